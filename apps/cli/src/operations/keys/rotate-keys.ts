import { KeyRotation, KeysInUse } from '@motcua/contracts';
import { formatCount, type Progress } from '@motcua/terminal';
import type { GatewayClient } from '@motcua/client';

type Client = Pick<GatewayClient, 'request'>;
export type KeyUse = KeysInUse['uses'][number];

/** What is rotated, in this order: a line more for another service that encrypts. */
const holders = [
  { title: 'dữ liệu người nộp / applicants', path: '/v1/applicant-keys' },
  { title: 'lý do quá hạn / reasons of overdue causes', path: '/v1/reason-keys' },
  { title: 'tệp hồ sơ / files', path: '/v1/file-keys' },
] as const;

export async function countKeys(client: Client): Promise<KeyUse[]> {
  const uses: KeyUse[] = [];
  for (const { path } of holders) uses.push(...KeysInUse.parse(await client.request(path)).uses);
  return uses;
}

/** Asks each service again and again, until it has come to its end. */
export async function rotateKeys(client: Client, progress: Pick<Progress, 'step'>): Promise<{ rotated: number; failed: number }> {
  const total = { rotated: 0, failed: 0 };
  for (const { title, path } of holders) {
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
