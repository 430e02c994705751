import { type ArgumentsHost, Catch, HttpException } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where HTTP itself refuses what is sent to GraphQL: the answer still has the form its clients read. */
const refusals: Record<number, { code: string; message: string }> = {
  400: { code: 'BAD_REQUEST', message: 'The body is not JSON.' },
  413: { code: 'REQUEST_TOO_LARGE', message: 'The body is too large.' },
  415: { code: 'BAD_REQUEST', message: 'Send the body as application/json.' },
};

/** The last to see an error. Those of GraphQL pass in silence, to where they are masked and the bugs among them logged. */
@Catch()
export class ErrorFilter extends BaseExceptionFilter {
  override catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw exception;
    const [request, reply] = host.getArgs<[FastifyRequest, FastifyReply]>();
    const status = exception instanceof HttpException ? exception.getStatus() : 500;
    const refused = request.url.startsWith('/graphql') && refusals[status];
    if (refused) {
      const { code, message } = refused;
      reply.code(status).send({ errors: [{ message, extensions: { code } }] });
    } else {
      super.catch(exception, host);
    }
  }
}
