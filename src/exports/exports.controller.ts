import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res, UnauthorizedException, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { viewerOfRequest } from '../identity/request-viewer.js';
import { Throttle } from '../identity/throttle.js';
import type { Viewer } from '../identity/viewer.js';
import { Clock } from '../platform/clock.js';
import { attachment } from './content-disposition.js';
import { ExportErrorFilter } from './export-error.filter.js';
import { exportLimits } from './export-limits.js';
import { ExportsService } from './exports.service.js';
import { RunningExports } from './running-exports.js';

/**
 * Files of figures, over plain HTTP because that is how browsers save files:
 * `<report>.<csv|xlsx|pdf>?club=<uuid>&from=<day>&to=<day>`, with `member` or `region` for `club` where a report is
 * about one, and `table` where it has several and the file holds one.
 */
@Controller('exports')
@UseFilters(ExportErrorFilter)
export class ExportsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly running: RunningExports,
    private readonly files: ExportsService,
  ) {}

  @Get(':file')
  async send(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('file') file: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const viewer = await this.viewerOf(request);
    const asked = this.files.read(file, query);
    this.beginFor(viewer, reply);
    await this.throttle.admit('exports', viewer.personId, null);
    const { name, contentType, content, download } = await this.files.make(viewer, asked);
    const isAnswered = request.method !== 'HEAD';
    // Fastify answers HEAD by the same route: there the figures stay here, and a stream is not read.
    if (isAnswered) await this.files.record(viewer, download);
    reply.raw.setTimeout(exportLimits.idleMilliseconds, () => reply.raw.destroy());
    reply.header('content-type', contentType).header('content-disposition', attachment(name));
    reply.send(isAnswered || Buffer.isBuffer(content) ? content : Readable.from([]));
  }

  /** The file is under way until all of it was taken, or its client has gone: before this, perhaps. */
  private beginFor(viewer: Viewer, reply: FastifyReply): void {
    const end = this.running.begin(viewer.personId);
    if (reply.raw.destroyed) end();
    else reply.raw.once('close', end);
  }

  private async viewerOf(request: FastifyRequest): Promise<Viewer> {
    const viewer = await viewerOfRequest(this.dataSource, request, this.clock.now());
    if (viewer) return viewer;
    const error = { code: 'UNAUTHENTICATED', message: 'Sign in first.', field: [] };
    throw new UnauthorizedException({ errors: [error] });
  }
}
