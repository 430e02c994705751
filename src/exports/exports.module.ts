import { Module } from '@nestjs/common';
import { ClubsModule } from '../clubs/clubs.module.js';
import { AcquaintanceModule } from '../reports/acquaintance/acquaintance.module.js';
import { CountsModule } from '../reports/counts/counts.module.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';

/**
 * Spreadsheets out: the same figures, from the same services and by the same policies as in GraphQL, as CSV and XLSX.
 * They are written for the spreadsheet program of whoever asks, by his own locale; no text in them is ever a formula;
 * and each download leaves a record.
 */
@Module({
  imports: [ClubsModule, CountsModule, AcquaintanceModule],
  controllers: [ExportsController],
  providers: [ExportsService],
})
export class ExportsModule {}
