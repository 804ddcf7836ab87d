import { KeyRotation, KeysInUse } from '@motcua/contracts';
import { CliError, formatCount, type Progress } from '@motcua/terminal';
import type { GatewayClient } from '@motcua/client';

type Client = Pick<GatewayClient, 'request'>;
export type KeyUse = KeysInUse['uses'][number];

interface Holder {
  readonly title: string;
  readonly path: string;
  /** An installation may run without that service: one whose people sign in at a provider of its own. */
  readonly isOptional?: boolean;
}

/** What is rotated, in this order: a line more for another service that encrypts. */
const holders = [
  { title: 'dữ liệu người nộp / applicants', path: '/v1/applicant-keys' },
  { title: 'lý do quá hạn / reasons of overdue causes', path: '/v1/reason-keys' },
  { title: 'tệp hồ sơ / files', path: '/v1/file-keys' },
  { title: 'tài khoản / accounts', path: '/v1/identity-keys', isOptional: true },
] as const satisfies readonly Holder[];

export async function countKeys(client: Client): Promise<KeyUse[]> {
  const uses: KeyUse[] = [];
  for (const holder of await listHolders(client)) uses.push(...KeysInUse.parse(await client.request(holder.path)).uses);
  return uses;
}

/** Those that this installation has. */
async function listHolders(client: Client): Promise<Holder[]> {
  const present: Holder[] = [];
  for (const holder of holders as readonly Holder[])
    if (holder.isOptional !== true || (await isThere(client, holder.path))) present.push(holder);
  return present;
}

const isThere = (client: Client, path: string): Promise<boolean> =>
  client.request(path).then(
    () => true,
    (error: unknown) => {
      if (error instanceof CliError && error.code === 'http.not-found') return false;
      throw error;
    },
  );

/** Asks each service again and again, until it has come to its end. */
export async function rotateKeys(client: Client, progress: Pick<Progress, 'step'>): Promise<{ rotated: number; failed: number }> {
  const total = { rotated: 0, failed: 0 };
  for (const { title, path } of await listHolders(client)) {
    await progress.step(title, async (say) => {
      let done = 0;
      for (let cursor: string | null | undefined; cursor !== null;) {
        const body = cursor === undefined ? {} : { cursor };
        const part = KeyRotation.parse(await client.request(`${path}/rotation`, { method: 'POST', body }));
        done += part.rotated;
        total.rotated += part.rotated;
        total.failed += part.failed;
        cursor = part.next;
        say(`${formatCount(done)} đã ghi lại / written anew`);
      }
    });
  }
  return total;
}
