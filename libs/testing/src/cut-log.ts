import { readdir, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';

/** Of a batch of records: where it begins in the log, and how long it is behind these two fields. */
const HEAD_BYTES = 12;
const COUNT_AT = 57;

/**
 * Takes the last batches from the end of each partition of a topic whose broker is away, as where a machine lost its power before they were on disk.
 *
 * @param data the broker's folder of logs
 * @param batches of each partition, at most; what lies before the newest segment stays
 * @returns how many records are gone
 */
export async function cutLog(data: string, topic: string, batches: number): Promise<number> {
  const partitions = (await readdir(data)).filter((name) => name.slice(0, name.lastIndexOf('-')) === topic);
  let gone = 0;
  for (const partition of partitions) gone += await cutPartition(join(data, partition), batches);
  return gone;
}

async function cutPartition(folder: string, most: number): Promise<number> {
  const files = await readdir(folder);
  const segment = files
    .filter((file) => file.endsWith('.log'))
    .sort()
    .at(-1);
  if (segment === undefined) return 0;
  const bytes = await readFile(join(folder, segment));
  const cut = listBatches(bytes).slice(-most);
  const [first] = cut;
  if (first === undefined) return 0;
  await truncate(join(folder, segment), first.at);
  // They name what is gone; the broker makes them anew.
  for (const file of files) if (/\.(index|timeindex|snapshot)$/.test(file)) await rm(join(folder, file));
  return cut.reduce((sum, { records }) => sum + records, 0);
}

function listBatches(bytes: Buffer): { readonly at: number; readonly records: number }[] {
  const batches: { at: number; records: number }[] = [];
  for (let at = 0; at + COUNT_AT + 4 <= bytes.length;) {
    const length = bytes.readInt32BE(at + 8);
    // Behind the last one there are zeros, where the file was made longer beforehand.
    if (length <= 0 || at + HEAD_BYTES + length > bytes.length) break;
    batches.push({ at, records: bytes.readInt32BE(at + COUNT_AT) });
    at += HEAD_BYTES + length;
  }
  return batches;
}
