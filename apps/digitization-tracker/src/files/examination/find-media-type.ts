export type MediaType = 'application/pdf' | 'image/png' | 'image/jpeg' | 'image/tiff' | 'application/xml';

const PDF_HEADER_WITHIN = 1_024;

/** The type by what a file begins with; its name and the type it was sent with say nothing. */
export function findMediaType(bytes: Buffer): MediaType | undefined {
  const begins = (hex: string): boolean => bytes.subarray(0, hex.length / 2).equals(Buffer.from(hex, 'hex'));
  if (begins('89504e470d0a1a0a')) return 'image/png';
  if (begins('ffd8ff')) return 'image/jpeg';
  if (begins('49492a00') || begins('4d4d002a')) return 'image/tiff';
  if (begins('504b0304') || begins('1f8b')) return undefined;
  // Readers look for the header within the first kilobyte.
  if (bytes.subarray(0, PDF_HEADER_WITHIN).includes('%PDF-')) return 'application/pdf';
  const head = bytes
    .subarray(0, 256)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return /^<(\?xml\s|[\p{L}_])/u.test(head) ? 'application/xml' : undefined;
}
