import { type INestApplicationContext, Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { viewerOfRequest } from '../../identity/request-viewer.js';
import { sessionCookie } from '../../identity/session-token.js';
import type { Viewer } from '../../identity/viewer.js';
import { Clock } from '../../platform/clock.js';
import { describeError } from '../../platform/error-description.js';
import { DomainError } from '../../platform/graphql/errors.js';
import { isFromOwnPage } from '../../platform/graphql/operation-checks.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { publicUrl, type Settings } from '../../platform/settings.js';
import { UploadContactsService } from './upload-contacts.service.js';

/** The largest address book, in bytes. All other requests have a far lower limit. */
const bodyLimit = 5 * 1024 * 1024;

/** Programs call vCards and tables by several names; what the file is, its content says. */
const types = ['text/csv', 'text/vcard', 'text/x-vcard', 'application/vnd.ms-excel', 'application/octet-stream'];

/** What an upload is refused with. */
class UploadRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What Fastify itself finds wrong with a body, by the status it has for it. */
const ofBody: Record<number, UploadRefusal> = {
  400: new UploadRefusal(400, 'BAD_REQUEST', 'Send the file as the body of the request.'),
  413: new UploadRefusal(413, 'REQUEST_TOO_LARGE', 'A file of more than 5 MB is too large.'),
  415: new UploadRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', `Send the file as one of ${types.join(', ')}.`),
};

const logger = new Logger('ContactUploads');
const viewers = new WeakMap<FastifyRequest, Viewer>();

/**
 * `POST /imports/contacts`, with the file as its body and the key of the act as `Idempotency-Key`; the answer is the
 * key of the import. Who asks is found before the body is read, so that nobody else can send much.
 */
export function serveContactUploads(
  server: FastifyInstance,
  application: INestApplicationContext,
  settings: Settings,
): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(types, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler(refuse);
    scope.route({
      method: 'POST',
      url: '/imports/contacts',
      bodyLimit,
      onRequest: async (request) => {
        if (request.cookies[sessionCookie] !== undefined && !isFromOwnPage(request.headers, publicUrl(settings))) {
          throw new UploadRefusal(403, 'FORBIDDEN', 'This request does not come from a page of this server.');
        }
        const now = application.get(Clock, { strict: false }).now();
        const viewer = await viewerOfRequest(application.get(DataSource), request, now);
        if (!viewer) throw new UploadRefusal(401, 'UNAUTHENTICATED', 'Sign in first.');
        viewers.set(request, viewer);
      },
      handler: async (request, reply) => {
        const viewer = viewers.get(request);
        if (!viewer || !Buffer.isBuffer(request.body)) throw ofBody[400];
        const uploads = application.get(UploadContactsService, { strict: false });
        const { id } = await uploads.upload(viewer, request.body, keyOf(request));
        return reply.code(201).send({ id });
      },
    });
  });
}

function keyOf({ headers }: FastifyRequest): string {
  try {
    return UuidScalar.parseValue(headers['idempotency-key']) as string;
  } catch {
    // Whatever the scalar says of it, the header is the one to blame.
    throw new DomainError('INVALID', 'The header Idempotency-Key must be a UUID.', ['Idempotency-Key']);
  }
}

/** Says what is wrong with an upload: with the code and field that GraphQL has for it. */
function refuse(error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof DomainError) {
    const { code, message, field } = error;
    return reply.code(400).send({ errors: [{ code, message, field }] });
  }
  const refusal = error instanceof UploadRefusal ? error : ofBody[error.statusCode ?? 500];
  if (refusal) {
    const { status, code, message } = refusal;
    // The rest of a body that nobody reads would be taken for the next request.
    return reply
      .code(status)
      .header('connection', 'close')
      .send({ errors: [{ code, message, field: [] }] });
  }
  logger.error({ error: describeError(error) });
  const message = 'Something went wrong here. It has been logged.';
  return reply
    .code(500)
    .send({ errors: [{ code: 'INTERNAL_SERVER_ERROR', message, field: [], requestId: request.id }] });
}
