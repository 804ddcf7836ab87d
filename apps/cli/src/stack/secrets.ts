import { randomBytes } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ensureSigningKey } from './embedded-auth.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { ensureServiceKeys } from './service-keys.ts';
import type { StackPaths } from './stack-paths.ts';

const StackSecrets = z.object({
  /** Of the runtime role of each service. */
  rolePasswords: z.record(z.string(), z.string()),
  /** AES-256 keys of the applicants' columns by key id, and the one that new rows use. */
  applicantKeys: z.object({ active: z.string(), keys: z.record(z.string(), z.string()) }),
  applicantHashKey: z.string(),
});
export type StackSecrets = z.infer<typeof StackSecrets>;

/** The stack's secrets, made once at random and readable by their owner only. Losing them makes applicants' data unreadable. */
export async function ensureSecrets(paths: StackPaths, roles: readonly string[]): Promise<StackSecrets> {
  await mkdir(paths.secrets, { recursive: true, mode: 0o700 });
  await chmod(paths.secrets, 0o700);
  await ensureSigningKey(paths);
  await ensureServiceKeys(paths);

  const file = join(paths.secrets, 'secrets.json');
  const stored = await readJsonFile(file);
  const known = stored === undefined ? createSecrets() : StackSecrets.parse(stored);
  const added = roles.filter((role) => known.rolePasswords[role] === undefined);
  if (stored !== undefined && added.length === 0) return known;
  const passwords = Object.fromEntries(added.map((role) => [role, randomBytes(18).toString('base64url')]));
  const secrets = { ...known, rolePasswords: { ...known.rolePasswords, ...passwords } };
  await writeJsonFile(file, secrets, { mode: 0o600 });
  return secrets;
}

function createSecrets(): StackSecrets {
  const key = (): string => randomBytes(32).toString('base64');
  return { rolePasswords: {}, applicantKeys: { active: 'k1', keys: { k1: key() } }, applicantHashKey: key() };
}
