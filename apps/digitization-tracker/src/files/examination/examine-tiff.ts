import { checkPixels } from './check-pixels.ts';
import { FileRefused } from './file-refusal.ts';

const MAX_PAGES = 5_000;
const WIDTH = 256;
const HEIGHT = 257;
/** Where the picture lies: offsets and lengths of strips, or of tiles. */
const OFFSETS = new Set([273, 324]);
const LENGTHS = new Set([279, 325]);
const SHORT = 3;
/** Of all directories together: entries may all point to the same bytes. */
const MAX_VALUES = 2_000_000;

/** Walks the directories: one is one page. What a directory points to must be in the file. */
export function examineTiff(bytes: Buffer): number {
  const tiff = new Tiff(bytes);
  const seen = new Set<number>();
  for (let at = tiff.long(4); at !== 0; at = tiff.readDirectory(at)) {
    // A directory that comes again would go on for ever.
    if (seen.has(at)) throw new FileRefused('file.broken');
    seen.add(at);
    if (seen.size > MAX_PAGES) throw new FileRefused('file.bomb');
  }
  if (seen.size === 0) throw new FileRefused('file.broken');
  return seen.size;
}

class Tiff {
  readonly #isLittle: boolean;
  #values = 0;

  constructor(private readonly bytes: Buffer) {
    this.#isLittle = bytes[0] === 0x49;
  }

  /** Checks a directory; answers where the next one is, 0 for none. */
  readDirectory(at: number): number {
    const count = this.short(at);
    const found = { width: 0, height: 0, offsets: [] as number[], lengths: [] as number[] };
    for (let entry = at + 2; entry < at + 2 + count * 12; entry += 12) {
      const tag = this.short(entry);
      if (tag === WIDTH) found.width = this.#readValues(entry)[0] ?? 0;
      if (tag === HEIGHT) found.height = this.#readValues(entry)[0] ?? 0;
      if (OFFSETS.has(tag)) found.offsets = this.#readValues(entry);
      if (LENGTHS.has(tag)) found.lengths = this.#readValues(entry);
    }
    checkPixels(found.width, found.height);
    const isThere = found.offsets.every((offset, index) => offset + (found.lengths[index] ?? 0) <= this.bytes.length);
    if (found.offsets.length === 0 || !isThere) throw new FileRefused('file.broken');
    return this.long(at + 2 + count * 12);
  }

  short(at: number): number {
    this.#need(at, 2);
    return this.#isLittle ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at);
  }

  long(at: number): number {
    this.#need(at, 4);
    return this.#isLittle ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }

  /** The values of an entry: in its last four bytes where they fit, else where these point. */
  #readValues(entry: number): number[] {
    const isShort = this.short(entry + 2) === SHORT;
    const size = isShort ? 2 : 4;
    const count = this.long(entry + 4);
    const from = count * size <= 4 ? entry + 8 : this.long(entry + 8);
    this.#need(from, count * size);
    this.#values += count;
    if (this.#values > MAX_VALUES) throw new FileRefused('file.bomb');
    return Array.from({ length: count }, (_none, index) =>
      isShort ? this.short(from + index * 2) : this.long(from + index * 4),
    );
  }

  #need(at: number, length: number): void {
    if (at + length > this.bytes.length) throw new FileRefused('file.broken');
  }
}
