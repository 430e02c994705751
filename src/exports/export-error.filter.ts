import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError } from '../platform/graphql/errors.js';
import { exportLimits } from './export-limits.js';

/** Says over plain HTTP what is wrong with a request: with the code and field that GraphQL has for it. */
@Catch(DomainError)
export class ExportErrorFilter implements ExceptionFilter<DomainError> {
  catch({ code, message, field }: DomainError, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (isOverLimit(code)) reply.code(429).header('retry-after', String(exportLimits.retrySeconds[code]));
    else reply.code(code === 'NOT_FOUND' ? 404 : 400);
    reply.send({ errors: [{ code, message, field }] });
  }
}

function isOverLimit(code: string): code is keyof typeof exportLimits.retrySeconds {
  return code in exportLimits.retrySeconds;
}
