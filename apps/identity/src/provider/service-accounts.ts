import { AccountRole, Code } from '@motcua/contracts';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';

/** A program that signs in with a secret: as somebody of a role, or as a legacy system that reports about a subtree. */
const ServiceAccount = z
  .strictObject({
    id: Code,
    name: z.string().min(1).max(200).optional(),
    secret: z.string().min(32),
    role: AccountRole.optional(),
    source: z.string().min(1).optional(),
    unit: Code.optional(),
  })
  .refine(({ role, source }) => (role === undefined) !== (source === undefined), { message: 'either a role or a source' })
  .refine(({ role, unit }) => unit !== undefined || role === 'admin', { message: 'it needs a unit', path: ['unit'] });
export type ServiceAccount = z.infer<typeof ServiceAccount>;

const ServiceAccounts = z.strictObject({ accounts: z.array(ServiceAccount) });

type Accounts = ReadonlyMap<string, ServiceAccount>;

/** The programs of the installation's file, as it is now: one that is added can sign in at once, one that is taken out can no more. */
export class ProgramAccounts {
  #known: Accounts = new Map();
  #version = '';

  /**
   * @param file absent: there are no programs
   * @param warn hears of a file that cannot be read any more; what was known goes on
   * @throws where the file is not there, or holds something else
   */
  constructor(
    private readonly file: string | undefined,
    private readonly warn: (error: unknown) => void,
  ) {
    this.#read();
  }

  find(id: string): ServiceAccount | undefined {
    return this.list().get(id);
  }

  /** All of them; the same object as long as nothing has changed. */
  list(): Accounts {
    try {
      this.#read();
    } catch (error) {
      this.warn(error);
    }
    return this.#known;
  }

  #read(): void {
    if (this.file === undefined) return;
    const { ino, mtimeMs, size } = statSync(this.file);
    const version = [ino, mtimeMs, size].join('/');
    if (version === this.#version) return;
    // Also where it cannot be read: it is told once, and looked at again when it has changed.
    this.#version = version;
    const { accounts } = ServiceAccounts.parse(JSON.parse(readFileSync(this.file, 'utf8')));
    this.#known = new Map(accounts.map((account) => [account.id, account]));
  }
}
