import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { SETTINGS, type Settings } from './settings.js';

export interface MailMessage {
  to: { name: string; address: string };
  subject: string;
  /** Plain text; it may hold a link that signs somebody in. */
  text: string;
}

/** A server that does not answer holds a mail up no longer than this. */
const patienceMilliseconds = 10_000;

/** Sends mail through the SMTP server of the settings. */
@Injectable()
export class Mail implements OnApplicationShutdown {
  private readonly logger = new Logger(Mail.name);
  private readonly transport: ReturnType<typeof transportTo> | null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.transport = settings.KRING_SMTP_URL ? transportTo(settings.KRING_SMTP_URL) : null;
  }

  /**
   * Without an SMTP server a mail goes to the log in development, where its links are needed; elsewhere its text
   * would let whoever reads the log in, so that only the lack is told.
   * @throws Error when the SMTP server does not take the mail
   */
  async send(message: MailMessage): Promise<void> {
    if (this.transport) {
      await this.transport.sendMail({ from: this.settings.KRING_MAIL_FROM, ...message });
    } else if (this.settings.NODE_ENV === 'development') {
      this.logger.warn(`KRING_SMTP_URL is not set. The mail to ${message.to.address} would be:\n${message.text}`);
    } else {
      this.logger.warn('KRING_SMTP_URL is not set: a mail was not sent.');
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

function transportTo(url: string) {
  return createTransport({
    url,
    connectionTimeout: patienceMilliseconds,
    greetingTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
