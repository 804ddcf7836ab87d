import { MailDev } from 'maildev';
import { once } from 'node:events';
import { z } from 'zod';

/** A mail server that delivers nothing: it keeps what it is given and shows it on a page. Loopback only, and it logs nobody's mail. */
const { MAIL_SMTP_PORT, MAIL_WEB_PORT, MAIL_FOLDER } = z
  .object({ MAIL_SMTP_PORT: z.coerce.number(), MAIL_WEB_PORT: z.coerce.number(), MAIL_FOLDER: z.string() })
  .parse(process.env);

/** The newest are kept; older ones go. */
const KEPT_MAILS = 500;

const catcher = new MailDev({
  smtp: MAIL_SMTP_PORT,
  ip: '127.0.0.1',
  web: MAIL_WEB_PORT,
  webIp: '127.0.0.1',
  mailDirectory: MAIL_FOLDER,
  maxEmails: KEPT_MAILS,
  silent: true,
});
await catcher.start();
await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
await catcher.stop();
process.exit(0);
