import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CliError } from '@motcua/terminal';
import { getConfigFolder, requirePrivate } from '../config-folder/private-file.ts';

/** An installation that is not the embedded stack: where its gateway is, and how one signs in there. Without a way: as `motcua login` left it. */
export interface Installation {
  readonly url: string;
  /** A bearer token, as the identity provider gave it. */
  readonly token?: string | undefined;
  /** A file that holds one, for tokens that are renewed while a command runs. */
  readonly tokenFile?: string | undefined;
  /** A program that signs in by itself, with its secret or a file that holds it. */
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  readonly clientSecretFile?: string | undefined;
  /** Where the program signs in, of several providers. */
  readonly provider?: string | undefined;
  /** In which of several posts: `head@xa-thanh-ba`. */
  readonly post?: string | undefined;
}

const Url = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' });
const Profile = z.strictObject({
  url: Url,
  token: z.string().min(1).optional(),
  tokenFile: z.string().min(1).optional(),
  clientId: z.string().min(1).optional(),
  clientSecret: z.string().min(1).optional(),
  clientSecretFile: z.string().min(1).optional(),
  provider: z.string().min(1).optional(),
  post: z.string().min(1).optional(),
});
const Profiles = z.record(z.string(), Profile);

/** `$XDG_CONFIG_HOME/motcua/profiles.json`, `~/.config/motcua/profiles.json` without it. */
export const toProfilesFile = (env: NodeJS.ProcessEnv): string => join(getConfigFolder(env), 'profiles.json');

/**
 * The installation that `MOTCUA_URL` or `MOTCUA_PROFILE` names; undefined where neither is set, which means the embedded stack. The
 * variables win over what the profile says. CliError `profile.*`, `connection.url-invalid`.
 */
export async function findInstallation(env: NodeJS.ProcessEnv): Promise<Installation | undefined> {
  const given = withoutEmpty(env);
  const { MOTCUA_PROFILE: profile } = given;
  const named = profile === undefined ? undefined : await readProfile(toProfilesFile(env), profile);
  const url = given['MOTCUA_URL'] ?? named?.url;
  if (url === undefined) return undefined;
  const signIn = {
    token: given['MOTCUA_TOKEN'],
    tokenFile: given['MOTCUA_TOKEN_FILE'],
    clientId: given['MOTCUA_CLIENT_ID'],
    clientSecret: given['MOTCUA_CLIENT_SECRET'],
    clientSecretFile: given['MOTCUA_CLIENT_SECRET_FILE'],
  };
  // A way to sign in that is given now replaces the profile's as a whole: else the older token of the file would be taken first.
  const isGiven = Object.values(signIn).some((way) => way !== undefined);
  const { MOTCUA_PROVIDER: provider = named?.provider, MOTCUA_POST: post = named?.post } = given;
  return withoutUndefined({ ...(isGiven ? signIn : named), provider, post, url: parseUrl(url) });
}

const withoutUndefined = (installation: Installation): Installation =>
  Object.fromEntries(Object.entries(installation).filter(([, value]) => value !== undefined)) as unknown as Installation; // fewer members

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
  if (!(await requirePrivate(file, 'profile.not-private'))) {
    throw new CliError({ code: 'profile.no-file', message: `There is no ${file}.`, hint: `Write ${SHAPE}`, exitCode: 2 });
  }
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
