import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFContext } from '@cantoo/pdf-lib';
import { broken, unverified, unsigned, worstOf, type SignatureReport } from '../signature-report.ts';
import type { TrustStore } from '../trust-store.ts';
import { verifyCms } from '../verify-cms.ts';

/** Each is checked over the whole file. */
const MAX_SIGNATURES = 50;
/** ISO 32000-2 § 12.8.3: detached CMS in two spellings. A document timestamp is one as well, of an authority's and not a person's. */
const DETACHED = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached']);

interface PdfSignature {
  readonly contents: Uint8Array;
  readonly format: string;
  /** `[0, a, b, c]`: bytes 0 to a, and c bytes from b on. */
  readonly range: readonly number[];
}

/**
 * Checks every signature of a PDF: that it covers all but itself, that what it covers is unchanged, and who signed (ISO 32000-2 § 12.8).
 * Of several, each covers the file as it was then, so that the last covers them all; what was appended behind the last was signed by
 * nobody, and the whole is broken.
 */
export async function verifyPdfSignatures(bytes: Buffer, context: PDFContext, trust: TrustStore): Promise<SignatureReport> {
  const signatures = findSignatures(context);
  if (signatures.length === 0) return unsigned;
  if (signatures.length > MAX_SIGNATURES) return broken('unreadable');
  if (!signatures.some(({ range }) => endOf(range) === bytes.length)) return broken('not-covered');
  const reports: SignatureReport[] = [];
  for (const signature of signatures) reports.push(await verifyOne(bytes, signature, trust));
  return worstOf(reports);
}

const endOf = ([, , second = NaN, rest = NaN]: readonly number[]): number => second + rest;

async function verifyOne(bytes: Buffer, { contents, format, range }: PdfSignature, trust: TrustStore): Promise<SignatureReport> {
  if (!coversAllButItself(bytes, range, contents)) return broken('not-covered');
  const der = withoutPadding(contents);
  if (der === undefined) return broken('unreadable');
  if (!DETACHED.has(format)) return unverified('unsupported');
  const [, first = 0, second = 0] = range;
  return verifyCms(der, Buffer.concat([bytes.subarray(0, first), bytes.subarray(second, endOf(range))]), trust);
}

/** The one gap holds the hexadecimal string of the signature and nothing else: anything there could be changed afterwards. */
function coversAllButItself(bytes: Buffer, range: readonly number[], contents: Uint8Array): boolean {
  const [from = NaN, first = NaN, second = NaN] = range;
  const isRange = range.length === 4 && range.every((number) => Number.isSafeInteger(number) && number >= 0);
  if (!isRange || from !== 0 || first === 0 || second <= first || endOf(range) > bytes.length) return false;
  const gap = bytes.toString('latin1', first, second);
  return /^<[0-9a-fA-F\s]*>$/.test(gap) && Buffer.from(gap.slice(1, -1).replaceAll(/\s/g, ''), 'hex').equals(contents);
}

/** The DER in front of the zeros that fill the room kept for it; undefined where it does not say its length, or more follows. */
function withoutPadding(contents: Uint8Array): Uint8Array | undefined {
  const [tag, head = 0] = contents;
  const lengthBytes = head < 0x80 ? 0 : head & 0x7f;
  if (tag !== 0x30 || lengthBytes > 4 || head === 0x80) return undefined;
  const length = lengthBytes === 0 ? head : contents.subarray(2, 2 + lengthBytes).reduce((sum, byte) => sum * 256 + byte, 0);
  const end = 2 + lengthBytes + length;
  return end <= contents.length && contents.subarray(end).every((byte) => byte === 0) ? contents.subarray(0, end) : undefined;
}

/** Every dictionary that calls itself one or has the parts of one, in any revision that was not replaced. */
function findSignatures(context: PDFContext): PdfSignature[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict)) return [];
    const [contents, range, format] = ['Contents', 'ByteRange', 'SubFilter'].map((name) => object.lookup(PDFName.of(name)));
    const type = object.lookup(PDFName.of('Type'));
    if (!(range instanceof PDFArray) && type !== PDFName.of('Sig') && type !== PDFName.of('DocTimeStamp')) return [];
    const numbers = range instanceof PDFArray ? range.asArray() : [];
    return [
      {
        contents: contents instanceof PDFHexString ? contents.asBytes() : new Uint8Array(),
        format: format instanceof PDFName ? format.decodeText() : '',
        range: numbers.map((number) => (number instanceof PDFNumber ? number.asNumber() : NaN)),
      },
    ];
  });
}
