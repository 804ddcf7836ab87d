import { randomBytes } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ensureGatewayKey } from './gateway-key.ts';
import { readJsonFile, writeJsonFile } from '../state/json-file.ts';
import { ensureIdentityKeys } from './identity-keys.ts';
import { ensureServiceKeys } from './service-keys.ts';
import type { StackPaths } from '../state/stack-paths.ts';

const KeyRing = z.object({ active: z.string(), keys: z.record(z.string(), z.string()) });
const StackSecrets = z.object({
  /** Of the runtime role of each service. */
  rolePasswords: z.record(z.string(), z.string()),
  /** AES-256 keys of the applicants' columns by key id, and the one that new rows use. */
  applicantKeys: KeyRing,
  applicantHashKey: z.string(),
  /** AES-256 keys that wrap those of files' contents, and the key that names contents in the store. */
  fileKeys: KeyRing,
  fileNameKey: z.string(),
  /** AES-256 keys of the reasons that heads give in words. */
  reasonKeys: KeyRing,
  /** AES-256 keys of what providers gave for a session at the gateway. */
  sessionKeys: KeyRing,
  /** AES-256 keys of second factors and sessions at the provider, and what cookies are signed by. */
  identityKeys: KeyRing,
});
/** As an earlier version, whose files and heads' reasons lay in clear, or which had no sessions and no provider, wrote them. */
const Stored = StackSecrets.partial({
  fileKeys: true,
  fileNameKey: true,
  reasonKeys: true,
  sessionKeys: true,
  identityKeys: true,
});
export type StackSecrets = z.infer<typeof StackSecrets>;

/** The stack's secrets, made once at random and readable by their owner only. Losing them makes applicants' data unreadable. */
export async function ensureSecrets(paths: StackPaths, roles: readonly string[]): Promise<StackSecrets> {
  await mkdir(paths.secrets, { recursive: true, mode: 0o700 });
  await chmod(paths.secrets, 0o700);
  await ensureGatewayKey(paths);
  await ensureServiceKeys(paths);
  await ensureIdentityKeys(paths);

  const file = join(paths.secrets, 'secrets.json');
  const stored = await readJsonFile(file);
  const known = stored === undefined ? createSecrets() : complete(Stored.parse(stored));
  const added = roles.filter((role) => known.rolePasswords[role] === undefined);
  const isComplete = StackSecrets.safeParse(stored).success;
  if (isComplete && added.length === 0) return known;
  const passwords = Object.fromEntries(added.map((role) => [role, randomBytes(18).toString('base64url')]));
  const secrets = { ...known, rolePasswords: { ...known.rolePasswords, ...passwords } };
  await writeJsonFile(file, secrets, { mode: 0o600 });
  return secrets;
}

/** What a new version needs is added to what is there; what is there stays. */
function complete(stored: z.infer<typeof Stored>): StackSecrets {
  const { rolePasswords: _roles, applicantKeys: _keys, applicantHashKey: _hash, ...added } = createSecrets();
  return StackSecrets.parse({ ...added, ...stored });
}

function createSecrets(): StackSecrets {
  const key = (): string => randomBytes(32).toString('base64');
  return {
    rolePasswords: {},
    applicantKeys: { active: 'k1', keys: { k1: key() } },
    applicantHashKey: key(),
    fileKeys: { active: 'f1', keys: { f1: key() } },
    fileNameKey: key(),
    reasonKeys: { active: 'k1', keys: { k1: key() } },
    identityKeys: { active: 'k1', keys: { k1: key() } },
    sessionKeys: { active: 's1', keys: { s1: key() } },
  };
}
