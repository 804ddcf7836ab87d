import type { AwaitedService } from '../processes/await-services.ts';
import { startService } from '../processes/start-service.ts';
import { type RunningServer, supervise, type SupervisionEvent } from '../processes/supervise.ts';
import { getInheritedEnvironment } from '../processes/inherited-environment.ts';
import { MAIL, type MailAddresses } from '../services/mail-addresses.ts';
import type { StackParts } from '../processes/stack-parts.ts';
import type { StackPaths } from '../state/stack-paths.ts';

export const mailScript = 'libs/stack/dist/mail/catch-mail.js';

/** Starts the catcher as a process of its own, watched from its first moment. Mails of earlier runs are there again. */
export async function startMailCatcher(
  { url, smtp }: Required<MailAddresses>,
  { parts, paths, onEvent }: { parts: StackParts; paths: StackPaths; onEvent: (event: SupervisionEvent) => void },
): Promise<AwaitedService> {
  const log = parts.openLog(MAIL);
  const env = {
    ...getInheritedEnvironment(),
    MAIL_SMTP_PORT: new URL(smtp).port,
    MAIL_WEB_PORT: new URL(url).port,
    MAIL_FOLDER: paths.mail,
  };
  const start = (): Promise<RunningServer> => startService({ script: mailScript, env, onLine: log.write });
  const server = await start();
  parts.add(supervise(MAIL, server, { start, onEvent }));
  return { name: MAIL, url, server, logFile: log.path };
}

const ANSWER_WITHIN_MS = 5_000;

/** Whether the page answers; it is opened after the SMTP port. */
export async function isCatchingMail(url: string): Promise<boolean> {
  return fetch(new URL('/api/healthz', url), { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).then(
    (response) => response.ok,
    () => false,
  );
}
