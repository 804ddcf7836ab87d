import { PDFArray, PDFName, PDFParser, PDFRawStream, type PDFContext, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import { inflateSync } from 'node:zlib';
import { FileRefused } from '../file-refusal.ts';

/** Objects and cross references of a real document of 50 MB take some megabytes. */
const MAX_UNPACKED = 64 * 1_048_576;

const Type = PDFName.of('Type');
const ObjStm = PDFName.of('ObjStm');
const XRef = PDFName.of('XRef');

/**
 * The objects of a PDF, in the library's words: every one of every revision, a later one in place of an earlier one of its number.
 * Pages are not unpacked.
 *
 * @throws FileRefused `file.bomb`; `file.broken` where an object cannot be read; `file.encrypted`
 */
export async function readPdf(bytes: Uint8Array): Promise<PDFContext> {
  const parser = new BoundedParser(bytes);
  let context: PDFContext;
  try {
    context = await parser.parseDocument();
  } catch {
    throw parser.refused ?? new FileRefused('file.broken');
  }
  if (context.trailerInfo.Encrypt !== undefined) throw new FileRefused('file.encrypted');
  return context;
}

/**
 * The library's reader with one bound for all that it unpacks: object streams and cross-reference streams. What is such a stream is for
 * the library to say: whoever looks for them in another way can be led past one.
 */
class BoundedParser extends PDFParser {
  #left = MAX_UNPACKED;
  /** What stopped the reading: the library takes any error for an object that it cannot read. */
  refused: FileRefused | undefined;

  constructor(bytes: Uint8Array) {
    super(bytes, Infinity, true);
  }

  override parseObject(ref?: PDFRef): PDFObject {
    if (this.refused !== undefined) throw this.refused;
    const object = super.parseObject(ref);
    if (!(object instanceof PDFRawStream)) return object;
    const type = object.dict.lookup(Type);
    if (type !== ObjStm && type !== XRef) return object;
    try {
      return this.#unpack(object, type);
    } catch (error) {
      this.refused = error instanceof FileRefused ? error : new FileRefused('file.broken');
      throw this.refused;
    }
  }

  /** The same stream without its packing: it is unpacked once, and nobody reads it otherwise than it was measured. */
  #unpack(stream: PDFRawStream, type: PDFObject): PDFRawStream {
    const filters = listFilters(stream);
    // One packing is what every program writes; two are how a bomb hides in a bomb.
    if (filters.some((filter) => filter !== 'FlateDecode') || filters.length > 1) throw new FileRefused('file.broken');
    const dict = stream.dict.clone();
    dict.delete(PDFName.of('Filter'));
    dict.delete(PDFName.of('DecodeParms'));
    // Where objects lie is not looked up, all are read; and a table of a thousand million entries is not made.
    if (type === XRef) dict.set(PDFName.of('Index'), PDFArray.withContext(dict.context));
    const contents = type === XRef ? new Uint8Array() : filters.length === 0 ? stream.contents : this.#inflate(stream.contents);
    return PDFRawStream.of(dict, contents);
  }

  #inflate(packed: Uint8Array): Uint8Array {
    try {
      const contents = inflateSync(packed, { maxOutputLength: Math.max(1, this.#left) });
      this.#left -= contents.length;
      return contents;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new FileRefused(code === 'ERR_BUFFER_TOO_LARGE' ? 'file.bomb' : 'file.broken');
    }
  }
}

function listFilters({ dict }: PDFRawStream): string[] {
  const filter = dict.lookup(PDFName.of('Filter'));
  const names = filter instanceof PDFArray ? filter.asArray().map((_name, index) => filter.lookup(index)) : [filter];
  return names.filter((name) => name !== undefined).map((name) => (name instanceof PDFName ? name.decodeText() : 'unknown'));
}
