import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  /** The addresses of the envelope. */
  to: string[];
  subject: string;
  text: string;
}

/** A real SMTP server on this machine that keeps what it is sent. */
export class Mailbox {
  readonly mails: ReceivedMail[] = [];

  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
  ) {}

  static async start(): Promise<Mailbox> {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        text(stream).then((raw) => {
          mailbox.mails.push(read(raw, to));
          done();
        }, done);
      },
    });
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const { port } = listening.address() as AddressInfo;
    const mailbox = new Mailbox(server, `smtp://127.0.0.1:${port}`);
    return mailbox;
  }

  stop(): Promise<void> {
    return new Promise((stopped) => this.server.close(stopped));
  }

  /** The last mail to an address. */
  lastTo(address: string): ReceivedMail {
    const mail = this.mails.findLast((received) => received.to.includes(address));
    if (!mail) throw new Error(`No mail came for ${address}.`);
    return mail;
  }

  /** The token at the end of the link in the last mail to an address. */
  tokenTo(address: string): string {
    const [, token] = /\/([\w-]{43})$/m.exec(this.lastTo(address).text) ?? [];
    if (!token) throw new Error(`The mail to ${address} holds no link.`);
    return token;
  }
}

function read(raw: string, to: string[]): ReceivedMail {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const encoded = body.join('\r\n\r\n');
  const isQuoted = /^content-transfer-encoding: quoted-printable/im.test(head);
  const [, subject = ''] = /^subject: (.*)$/im.exec(head) ?? [];
  return { to, subject, text: (isQuoted ? unquote(encoded) : encoded).replaceAll('\r\n', '\n') };
}

function unquote(encoded: string): string {
  const bytes = encoded
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
