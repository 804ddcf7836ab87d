import { SyntaxValidator } from 'fast-xml-validator';
import type { SignatureReport } from '../signatures/signature-report.ts';
import type { TrustStore } from '../signatures/trust-store.ts';
import { verifyXmlSignatures } from '../signatures/xml/verify-xml-signatures.ts';
import { FileRefused } from './file-refusal.ts';

const MAX_BYTES = 10 * 1_048_576;
const SIGNATURE = /<(?:[\w.-]{1,50}:)?Signature[\s>]/;
const SIGNATURE_VALUE = /<(?:[\w.-]{1,50}:)?SignatureValue(?:\s[^>]{0,500})?>\s{0,100}[^<\s]/;

/**
 * The signatures of well-formed XML that has any (XML-DSig). No entity is ever resolved: a document that declares any is refused, so
 * that none unpacks itself.
 *
 * @throws FileRefused `file.too-large`, `file.bomb`, `file.broken`, `file.xml-unsigned`
 */
export async function examineXml(bytes: Buffer, trust: TrustStore): Promise<SignatureReport> {
  if (bytes.length > MAX_BYTES) throw new FileRefused('file.too-large');
  const text = toText(bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new FileRefused('file.bomb');
  checkWellFormed(text);
  const isSigned = text.includes('http://www.w3.org/2000/09/xmldsig#') && SIGNATURE.test(text) && SIGNATURE_VALUE.test(text);
  if (!isSigned) throw new FileRefused('file.xml-unsigned');
  return verifyXmlSignatures(text, trust);
}

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
