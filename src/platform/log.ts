import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { describeError, framesOf } from './error-description.js';
import { currentRequestId } from './request-id.js';
import type { Settings } from './settings.js';

type Level = 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** Where Nest tells at length how it starts. */
const wordy = ['InstanceLoader', 'NestApplication', 'NestFactory', 'RouterExplorer', 'RoutesResolver', 'GraphQLModule'];

/**
 * The server's log, on standard error: one JSON object per line, with the id of the request it is about. It holds ids
 * and plain words, never what people typed.
 */
export class Log implements LoggerService {
  private readonly pino: Logger;

  constructor(level: Settings['KRING_LOG_LEVEL'], destination: DestinationStream = pino.destination(2)) {
    const options = {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
      mixin: () => ({ requestId: currentRequestId.getStore() }),
    };
    this.pino = pino(options, destination);
  }

  debug(message: unknown, ...details: unknown[]): void {
    this.write('debug', message, details);
  }

  verbose(message: unknown, ...details: unknown[]): void {
    this.write('debug', message, details);
  }

  log(message: unknown, ...details: unknown[]): void {
    this.write(wordy.includes(String(details.at(-1))) ? 'debug' : 'info', message, details);
  }

  warn(message: unknown, ...details: unknown[]): void {
    this.write('warn', message, details);
  }

  error(message: unknown, ...details: unknown[]): void {
    this.write('error', message, details);
  }

  fatal(message: unknown, ...details: unknown[]): void {
    this.write('fatal', message, details);
  }

  /** Nest gives the name of the place last, and before it perhaps the stack of an error. */
  private write(level: Level, message: unknown, details: unknown[]): void {
    const [context, stack] = details.filter((detail) => typeof detail === 'string').reverse();
    const line = { context, ...(stack?.includes('\n') && { stack: framesOf(stack) }) };
    if (message instanceof Error) this.pino[level]({ ...line, error: describeError(message) });
    else if (typeof message === 'object') this.pino[level]({ ...line, ...message });
    else this.pino[level](line, String(message));
  }
}
