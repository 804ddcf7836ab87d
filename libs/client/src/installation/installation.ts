import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { CliError } from '@motcua/terminal';

/** An installation that is not the embedded stack: where its gateway is, and how one signs in there. */
export interface Installation {
  readonly url: string;
  /** A bearer token, as the identity provider gave it. */
  readonly token?: string | undefined;
  /** A file that holds one, for tokens that are renewed while a command runs. */
  readonly tokenFile?: string | undefined;
  /** A file with the private JWK whose public half the services know: the command then signs its own tokens. */
  readonly signingKey?: string | undefined;
}

const Url = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' });
const Profile = z.strictObject({
  url: Url,
  token: z.string().min(1).optional(),
  tokenFile: z.string().min(1).optional(),
  signingKey: z.string().min(1).optional(),
});
const Profiles = z.record(z.string(), Profile);

/** `$XDG_CONFIG_HOME/motcua/profiles.json`, `~/.config/motcua/profiles.json` without it. */
export const toProfilesFile = (env: NodeJS.ProcessEnv): string =>
  join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'motcua', 'profiles.json');

/**
 * The installation that `MOTCUA_URL` or `MOTCUA_PROFILE` names; undefined where neither is set, which means the embedded stack. The
 * variables win over what the profile says. CliError `profile.*`, `connection.url-invalid`.
 */
export async function findInstallation(env: NodeJS.ProcessEnv): Promise<Installation | undefined> {
  const { MOTCUA_PROFILE: profile, MOTCUA_URL, MOTCUA_TOKEN, MOTCUA_TOKEN_FILE, MOTCUA_SIGNING_KEY } = withoutEmpty(env);
  const named = profile === undefined ? undefined : await readProfile(toProfilesFile(env), profile);
  const url = MOTCUA_URL ?? named?.url;
  if (url === undefined) return undefined;
  const signIn = { token: MOTCUA_TOKEN, tokenFile: MOTCUA_TOKEN_FILE, signingKey: MOTCUA_SIGNING_KEY };
  // A way to sign in that is given now replaces the profile's as a whole: else the older token of the file would be taken first.
  const isGiven = Object.values(signIn).some((way) => way !== undefined);
  return { ...(isGiven ? signIn : named), url: parseUrl(url) };
}

/** A variable that is set to nothing counts as not set. */
const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

function parseUrl(text: string): string {
  const url = Url.safeParse(text);
  if (url.success) return url.data;
  const message = 'MOTCUA_URL must be an http:// or https:// URL.';
  throw new CliError({ code: 'connection.url-invalid', message, hint: 'MOTCUA_URL=https://motcua.example.vn', exitCode: 2 });
}

async function readProfile(file: string, name: string): Promise<z.infer<typeof Profile>> {
  const profiles = await readProfiles(file);
  const profile = profiles[name];
  if (profile !== undefined) return profile;
  const known = Object.keys(profiles).join(', ');
  const message = `${file} has no profile "${name}".`;
  throw new CliError({ code: 'profile.unknown', message, hint: known === '' ? SHAPE : `It has: ${known}`, exitCode: 2 });
}

const SHAPE = '{"phu-tho": {"url": "https://motcua.example.vn", "token": "…"}}';

async function readProfiles(file: string): Promise<z.infer<typeof Profiles>> {
  await requirePrivate(file);
  const text = await readFile(file, 'utf8');
  const profiles = Profiles.safeParse(toJson(text));
  if (profiles.success) return profiles.data;
  // Which fields are wrong, never what stands in them.
  const fields = profiles.error.issues.map(({ path, code }) => `${path.join('.') || 'the file'}: ${code}`);
  throw new CliError({
    code: 'profile.unreadable',
    message: `${file} is not as expected (${fields.join(', ')}).`,
    hint: SHAPE,
    exitCode: 2,
  });
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Who can read the file can sign in: like ssh, we take it from nobody else's eyes. */
async function requirePrivate(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) {
    throw new CliError({ code: 'profile.no-file', message: `There is no ${file}.`, hint: `Write ${SHAPE}`, exitCode: 2 });
  }
  if (process.platform === 'win32' || (found.mode & 0o077) === 0) return;
  const message = `${file} can be read by other users of this machine.`;
  throw new CliError({ code: 'profile.not-private', message, hint: `chmod 600 ${file}`, exitCode: 2 });
}
