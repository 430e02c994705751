import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Mail } from '../../src/platform/mail.js';
import { readSettings } from '../../src/platform/settings.js';
import { Mailbox } from '../support/mailbox.js';

const message = {
  to: { name: 'Zoë "Z" Claes', address: 'zoe@kring.example' },
  subject: 'Een proef',
  text: 'Dag Zoë,\n\nhttps://kring.example/invitation/secret',
};

async function logged(environment: NodeJS.ProcessEnv): Promise<string> {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  try {
    await new Mail(readSettings(environment)).send(message);
    return warn.mock.calls.flat().join('\n');
  } finally {
    warn.mockRestore();
  }
}

test('without an SMTP server the link is logged in development', async () => {
  expect(await logged({ NODE_ENV: 'development' })).toContain('https://kring.example/invitation/secret');
});

test.each(['production', 'test', 'staging'])('without an SMTP server no link is logged in %s', async (environment) => {
  const log = await logged({ NODE_ENV: environment });
  expect(log).toContain('KRING_SMTP_URL');
  expect(log).not.toContain('secret');
  expect(log).not.toContain('zoe');
});

test('with an SMTP server the mail is sent and nothing is logged', async () => {
  const mailbox = await Mailbox.start();
  try {
    expect(await logged({ NODE_ENV: 'development', KRING_SMTP_URL: mailbox.url })).toBe('');
    expect(mailbox.lastTo('zoe@kring.example')).toMatchObject({
      subject: 'Een proef',
      text: expect.stringContaining('Dag Zoë,\n\nhttps://kring.example/invitation/secret'),
    });
  } finally {
    await mailbox.stop();
  }
});
