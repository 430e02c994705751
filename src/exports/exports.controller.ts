import { Controller, Get, Query, Req, Res, UnauthorizedException, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { viewerOfRequest } from '../identity/request-viewer.js';
import type { Viewer } from '../identity/viewer.js';
import { Clock } from '../platform/clock.js';
import { attachment } from './content-disposition.js';
import { ExportErrorFilter } from './export-error.filter.js';
import { readExportRequest } from './export-request.js';
import { type ExportedFile, ExportsService } from './exports.service.js';

type Parameters = Record<string, unknown>;

/** Files of figures, over plain HTTP because that is how browsers save files: `?club=<uuid>&from=<day>&to=<day>`. */
@Controller('exports')
@UseFilters(ExportErrorFilter)
export class ExportsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly files: ExportsService,
  ) {}

  @Get('counts.csv')
  countsCsv(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Parameters): Promise<void> {
    return this.send(request, reply, (viewer) => this.files.counts(viewer, readExportRequest(query), 'csv'));
  }

  @Get('counts.xlsx')
  countsXlsx(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Parameters): Promise<void> {
    return this.send(request, reply, (viewer) => this.files.counts(viewer, readExportRequest(query), 'xlsx'));
  }

  @Get('acquaintance.csv')
  matrixCsv(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Parameters): Promise<void> {
    return this.send(request, reply, (viewer) => this.files.acquaintance(viewer, readExportRequest(query), 'csv'));
  }

  @Get('acquaintance.xlsx')
  matrixXlsx(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Parameters): Promise<void> {
    return this.send(request, reply, (viewer) => this.files.acquaintance(viewer, readExportRequest(query), 'xlsx'));
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (viewer: Viewer) => Promise<ExportedFile>,
  ): Promise<void> {
    const viewer = await viewerOfRequest(this.dataSource, request, this.clock.now());
    if (!viewer) {
      const error = { code: 'UNAUTHENTICATED', message: 'Sign in first.', field: [] };
      throw new UnauthorizedException({ errors: [error] });
    }
    const { name, contentType, content, download } = await make(viewer);
    // Fastify answers HEAD by the same route: there the figures stay here.
    if (request.method !== 'HEAD') await this.files.record(viewer, download);
    reply.header('content-type', contentType).header('content-disposition', attachment(name)).send(content);
  }
}
