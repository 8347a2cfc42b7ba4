/** A real SMTP server in this process, and what it was given. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

const refusal = (responseCode: number): Error =>
  Object.assign(new Error('said no'), { responseCode });

/** `onMail` is told of each mail before its sender is. */
export const startSmtp = async (
  options: SMTPServerOptions = {},
  onMail: (mail: ParsedMail) => Promise<void> = async () => undefined,
) => {
  const mails: ParsedMail[] = [];
  /** What the next recipients are answered with; none: they are welcome. */
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      const code = refusals.shift();
      done(code === undefined ? null : refusal(code));
    },
    onData: (stream, _session, done) => {
      const received = simpleParser(stream).then(async (mail) => {
        mails.push(mail);
        await onMail(mail);
      });
      received.then(() => done(), done);
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    port,
    env: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      NOTIFICATION_FROM_EMAIL: 'mail@swim.example',
    },
    mails,
    refusals,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
export type SmtpServer = Awaited<ReturnType<typeof startSmtp>>;
