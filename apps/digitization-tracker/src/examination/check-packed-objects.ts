import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { FileRefused } from './file-refusal.ts';

/** Objects and cross references of a real document of 50 MB take some megabytes. */
const MAX_UNPACKED = 64 * 1_048_576;
const MAX_DICTIONARY = 4_096;
/** Each is looked at: a file made of nothing else would keep us busy. */
const MAX_STREAMS = 100_000;
const unpack = promisify(inflate);

/**
 * The library that reads PDFs unpacks object streams and cross-reference streams in memory without a limit. They are unpacked here
 * before it does, with one, all together; a file that stays below is safe to read. Names may be written with `#` codes.
 *
 * @throws FileRefused `file.bomb`; `file.broken` where such a stream uses a packing that nobody uses for it
 */
export async function checkPackedObjects(bytes: Buffer): Promise<void> {
  let left = MAX_UNPACKED;
  let streams = 0;
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    if (++streams > MAX_STREAMS) throw new FileRefused('file.bomb');
    const dictionary = readDictionary(bytes, at);
    if (!/\/(ObjStm|XRef)\b/.test(dictionary)) continue;
    left -= await unpackedSize(bytes.subarray(skipLineEnd(bytes, at + 6)), dictionary, left);
  }
}

function readDictionary(bytes: Buffer, streamAt: number): string {
  const from = Math.max(0, streamAt - MAX_DICTIONARY);
  const before = bytes.toString('latin1', from, streamAt);
  const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
  return dictionary.replaceAll(/#([0-9a-fA-F]{2})/g, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function skipLineEnd(bytes: Buffer, at: number): number {
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2;
  return bytes[at] === 0x0a || bytes[at] === 0x0d ? at + 1 : at;
}

async function unpackedSize(packed: Buffer, dictionary: string, limit: number): Promise<number> {
  const filters =
    dictionary.match(/\/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)\b/g) ?? [];
  if (filters.length === 0) return 0;
  // One packing is what every program writes; two are how a bomb hides in a bomb.
  if (filters.length > 1 || !/Fl/.test(filters.join())) throw new FileRefused('file.broken');
  try {
    const unpacked = (await unpack(packed, { maxOutputLength: Math.max(1, limit) })) as Buffer;
    return unpacked.length;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new FileRefused('file.bomb');
    // Cut short or damaged: the reader of the whole says so, having unpacked no more than this did.
    return 0;
  }
}
