import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError } from '../platform/graphql/errors.js';

/** Says over plain HTTP what is wrong with a request: with the code and field that GraphQL has for it. */
@Catch(DomainError)
export class ExportErrorFilter implements ExceptionFilter<DomainError> {
  catch({ code, message, field }: DomainError, host: ArgumentsHost): void {
    const status = code === 'NOT_FOUND' ? 404 : 400;
    host
      .switchToHttp()
      .getResponse<FastifyReply>()
      .code(status)
      .send({ errors: [{ code, message, field }] });
  }
}
