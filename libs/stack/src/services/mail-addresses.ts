/** The name of the catcher among the servers of the stack. */
export const MAIL = 'mail';

/** Where mail goes: to the catcher with its page, or to the server that `SMTP_URL` names. */
export interface MailAddresses {
  readonly smtp: string;
  /** The page on which mails are read; a given server has none that we know. */
  readonly url?: string;
}

/** The ports of the catcher, chosen beside those of the services. */
export const mailPorts = [
  { name: MAIL, preferredPort: 1080 },
  { name: 'mail-smtp', preferredPort: 1025 },
] as const;

export function toMailAddresses(env: NodeJS.ProcessEnv, urls: Readonly<Record<string, string>>): MailAddresses {
  const { SMTP_URL: given = '' } = env;
  if (given !== '') return { smtp: given };
  return { url: urls[MAIL] ?? '', smtp: `smtp://${new URL(urls['mail-smtp'] ?? '').host}` };
}
