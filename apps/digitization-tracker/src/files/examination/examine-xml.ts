import { SyntaxValidator } from 'fast-xml-validator';
import type { SignatureReport } from '../signatures/signature-report.ts';
import type { TrustStore } from '../signatures/trust-store.ts';
import { verifyXmlSignatures } from '../signatures/xml/verify-xml-signatures.ts';
import { FileRefused } from './file-refusal.ts';

const MAX_BYTES = 10 * 1_048_576;
const SIGNATURE = /<(?:[\w.-]{1,50}:)?Signature[\s>]/;
const SIGNATURE_VALUE = /<(?:[\w.-]{1,50}:)?SignatureValue(?:\s[^>]{0,500})?>\s{0,100}[^<\s]/;

/** What a browser would run or draw as a page: a document that is read as text has none of it. */
const ACTIVE = /http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1999\/XSL\/Transform)|<\?xml-stylesheet/i;

/**
 * The signatures of well-formed XML that has any (XML-DSig). No entity is ever resolved: a document that declares any is refused, so
 * that none unpacks itself.
 *
 * @throws FileRefused `file.too-large`, `file.bomb`, `file.broken`, `file.xml-unsigned`, `file.has-script`
 */
export async function examineXml(bytes: Buffer, trust: TrustStore): Promise<SignatureReport> {
  if (bytes.length > MAX_BYTES) throw new FileRefused('file.too-large');
  const text = toText(bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new FileRefused('file.bomb');
  checkWellFormed(text);
  const isSigned = text.includes('http://www.w3.org/2000/09/xmldsig#') && SIGNATURE.test(text) && SIGNATURE_VALUE.test(text);
  if (!isSigned) throw new FileRefused('file.xml-unsigned');
  if (ACTIVE.test(undoReferences(text))) throw new FileRefused('file.has-script');
  return verifyXmlSignatures(text, trust);
}

/** The text with its characters that are written by their numbers: a name may hide so. */
const undoReferences = (text: string): string =>
  text.replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (written, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code > 0x10ffff ? written : String.fromCodePoint(code);
  });

function checkWellFormed(text: string): void {
  try {
    SyntaxValidator.validate(text);
  } catch {
    throw new FileRefused('file.broken');
  }
}

function toText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused('file.broken');
  }
}
