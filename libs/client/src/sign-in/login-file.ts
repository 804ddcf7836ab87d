import { CliError } from '@motcua/terminal';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { getConfigFolder, requirePrivate } from '../config-folder/private-file.ts';

const Login = z.object({
  /** Whose tokens these are, and by which client: nobody else is ever shown the refresh token. */
  issuer: z.string(),
  path: z.string().optional(),
  clientId: z.string(),
  accessToken: z.string(),
  expiresAtMs: z.number(),
  /** Absent: the provider gave none, and one signs in anew when the access token has ended. */
  refreshToken: z.string().optional(),
  /** Of several, the post to act in: `head@xa-thanh-ba`. */
  post: z.string().optional(),
});
/** What `motcua login` keeps of somebody for one installation. */
export type Login = z.infer<typeof Login>;

/** By the origin of the gateway. */
const Logins = z.record(z.string(), Login);
type Logins = z.infer<typeof Logins>;

export const toLoginsFile = (env: NodeJS.ProcessEnv): string => join(getConfigFolder(env), 'logins.json');

/** @throws CliError `login.not-private`, `login.unreadable` */
export async function findLogin(file: string, gatewayUrl: string): Promise<Login | undefined> {
  return (await readLogins(file))[new URL(gatewayUrl).origin];
}

/** @param login undefined: it is forgotten */
export async function keepLogin(file: string, gatewayUrl: string, login: Login | undefined): Promise<void> {
  const { [new URL(gatewayUrl).origin]: _former, ...others } = await readLogins(file);
  const logins = login === undefined ? others : { ...others, [new URL(gatewayUrl).origin]: login };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Written beside and renamed: nobody reads half of it, and it is nobody else's from its first byte on.
  const half = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(half, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
  await rename(half, file);
}

async function readLogins(file: string): Promise<Logins> {
  if (!(await requirePrivate(file, 'login.not-private'))) return {};
  const logins = Logins.safeParse(toJson(await readFile(file, 'utf8')));
  if (logins.success) return logins.data;
  const message = `${file} is not as this version writes it.`;
  throw new CliError({ code: 'login.unreadable', message, hint: `rm ${file}, then motcua login`, exitCode: 2 });
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
