import type { TokenRequest } from '@motcua/client';
import { CliError } from '@motcua/terminal';
import { createHash } from 'node:crypto';
import { ensureServiceAccounts, readServiceAccounts, type ServiceAccount, type StoredAccount } from './service-accounts.ts';
import type { StackPaths } from '../state/stack-paths.ts';

/** Additions of one process come one after another: each writes the file whole. */
let adding: Promise<unknown> = Promise.resolve();

/** The program of the stack's provider that is what a command asks to be, added where there is none yet. */
export async function ensureProgram(paths: StackPaths, request: TokenRequest): Promise<StoredAccount> {
  const turn = adding.then(() => findOrAdd(paths, request));
  adding = turn.catch(() => undefined);
  return turn;
}

/** @throws CliError `stack.no-such-program` */
export async function findProgram(paths: StackPaths, id: string): Promise<StoredAccount> {
  const found = (await readServiceAccounts(paths)).find((account) => account.id === id);
  if (found !== undefined) return found;
  const message = `The stack's provider has no program "${id}".`;
  throw new CliError({ code: 'stack.no-such-program', message, hint: `See ${paths.secrets}/service-accounts.json`, exitCode: 2 });
}

async function findOrAdd(paths: StackPaths, request: TokenRequest): Promise<StoredAccount> {
  const accounts = await readServiceAccounts(paths);
  const equals = accounts.filter((account) => isWhatIsAsked(account, request));
  const found = equals.find(({ id }) => id === toId(request)) ?? equals[0];
  if (found !== undefined) return found;
  const wanted = toAccount(request, new Set(accounts.map(({ id }) => id)));
  await ensureServiceAccounts(paths, [wanted]);
  return findProgram(paths, wanted.id);
}

const isWhatIsAsked = (account: StoredAccount, { role, unit, source, subject }: TokenRequest): boolean =>
  account.role === (role === 'source' ? undefined : role) &&
  account.unit === unit &&
  account.source === source &&
  account.id === (subject ?? account.id);

function toAccount(request: TokenRequest, taken: ReadonlySet<string>): ServiceAccount {
  const { role, unit, source } = request;
  const id = toId(request);
  return {
    // An id that somebody has with other rights is theirs.
    id: taken.has(id) ? `${id}-${toShortHash(JSON.stringify([role, unit, source]))}` : id,
    ...(role === 'source' ? { source: source ?? '' } : { role }),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** Who it is where nobody says: the operator, a desk of a unit, a legacy system. */
function toId({ role, unit, source, subject }: TokenRequest): string {
  if (subject !== undefined) return subject;
  if (source !== undefined) return `source-${toShortHash(source + (unit ?? ''))}`;
  return unit === undefined ? 'operator' : `${unit}.${role}`;
}

const toShortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
