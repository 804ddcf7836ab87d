import { DOMParser, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import { webcrypto } from 'node:crypto';
import { Certificate, CertificateRevocationList } from 'pkijs';
import { Application, setNodeDependencies, SignedXml } from 'xadesjs';
import { checkChain } from '../check-chain.ts';
import { broken, unverified, worstOf, type SignatureReport } from '../signature-report.ts';
import type { TrustStore } from '../trust-store.ts';
import { coversDocument, DSIG, hasRepeatedId, listReferences } from './covers-document.ts';

setNodeDependencies({ DOMParser, XMLSerializer });
Application.setEngine('node', webcrypto);

const MAX_SIGNATURES = 20;
const MAX_CERTIFICATES = 20;
const STRONG = new Set([
  ...['rsa-sha256', 'rsa-sha384', 'rsa-sha512', 'ecdsa-sha256', 'ecdsa-sha384', 'ecdsa-sha512'].map(
    (name) => `http://www.w3.org/2001/04/xmldsig-more#${name}`,
  ),
  ...['sha256', 'sha384', 'sha512'].map((name) => `http://www.w3.org/2001/04/xmlenc#${name}`),
  'http://www.w3.org/2001/04/xmldsig-more#sha384',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
  'http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1',
]);
const WEAK = /#(rsa-|dsa-|ecdsa-)?(sha1|md5)$/;

/**
 * Checks every signature of a document (XML-DSig, XAdES): that what it signs is unchanged, that all of them together sign all of the
 * document, and who signed.
 *
 * @param text well-formed, without a document type declaration
 */
export async function verifyXmlSignatures(text: string, trust: TrustStore): Promise<SignatureReport> {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  const signatures = listByName(document, 'Signature', DSIG);
  if (signatures.length > MAX_SIGNATURES || hasRepeatedId(document)) return broken('unreadable');
  // Signatures over signatures (countersignatures) stand inside one; they sign no document.
  const outer = signatures.filter((signature) => !isInside(signature, signatures));
  if (!coversDocument(document, outer)) return broken('not-covered');
  const reports: SignatureReport[] = [];
  for (const signature of outer) reports.push(await verifyOne(document, signature, trust));
  return worstOf(reports);
}

async function verifyOne(document: Document, signature: Element, trust: TrustStore): Promise<SignatureReport> {
  const methods = [
    ...listByName(signature, 'SignatureMethod', DSIG),
    ...listByName(signature, 'DigestMethod', DSIG).filter((method) => method.parentNode?.localName === 'Reference'),
  ].map((method) => method.getAttribute('Algorithm') ?? '');
  if (listReferences(signature).length === 0) return broken('unreadable');
  if (methods.some((method) => WEAK.test(method))) return unverified('weak-algorithm');
  if (methods.some((method) => !STRONG.has(method))) return unverified('unsupported');

  const certificates = listCertificates(signature);
  const certificate = await findSigner(document, signature, certificates);
  if (certificate === undefined) return broken(certificates.length === 0 ? 'unreadable' : 'altered');
  const others = certificates.filter((other) => other !== certificate);
  return checkChain({ certificate, others, revocationLists: listRevocations(signature) }, trust, new Date());
}

/** The certificate whose key made the signature: a key that merely stands beside it is nobody's. */
async function findSigner(
  document: Document,
  signature: Element,
  certificates: readonly Certificate[],
): Promise<Certificate | undefined> {
  for (const certificate of certificates) {
    try {
      const signed = new SignedXml(document);
      signed.LoadXml(signature);
      const spki = certificate.subjectPublicKeyInfo.toSchema().toBER();
      const method = signed.Algorithm as webcrypto.RsaHashedImportParams; // Its type is one of the browser's.
      const key = await webcrypto.subtle.importKey('spki', spki, toKeyAlgorithm(certificate, method), true, ['verify']);
      if (await signed.Verify(key)) return certificate;
    } catch {
      // Not this one's, or what it signed is not as it was.
    }
  }
  return undefined;
}

const EC_KEY = '1.2.840.10045.2.1';
const CURVES: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
};

/** As what the key is read: for RSA the signature says how, for a curve the certificate says which. */
function toKeyAlgorithm({ subjectPublicKeyInfo }: Certificate, method: webcrypto.RsaHashedImportParams) {
  if (subjectPublicKeyInfo.algorithm.algorithmId !== EC_KEY) return method;
  const curve = subjectPublicKeyInfo.algorithm.algorithmParams as
    { readonly valueBlock?: { toString: () => string } } | undefined;
  return { name: 'ECDSA', namedCurve: CURVES[String(curve?.valueBlock ?? '')] ?? 'P-256' };
}

const listByName = (node: Document | Element, name: string, namespace: string): Element[] => [
  ...node.getElementsByTagNameNS(namespace, name),
];

const isInside = (element: Element, others: readonly Element[]): boolean => {
  for (let { parentNode } = element; parentNode !== null; { parentNode } = parentNode) {
    if (others.some((other) => other === parentNode)) return true;
  }
  return false;
};

const fromBase64 = ({ textContent }: Element): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from((textContent ?? '').replaceAll(/\s/g, ''), 'base64'));

function listCertificates(signature: Element): Certificate[] {
  return listByName(signature, 'X509Certificate', DSIG)
    .slice(0, MAX_CERTIFICATES)
    .flatMap((element) => {
      try {
        return [Certificate.fromBER(fromBase64(element))];
      } catch {
        return [];
      }
    });
}

/** Lists that an XAdES signature brings along. */
function listRevocations(signature: Element): CertificateRevocationList[] {
  return listByName(signature, 'EncapsulatedCRLValue', '*').flatMap((element) => {
    try {
      return [CertificateRevocationList.fromBER(fromBase64(element))];
    } catch {
      return [];
    }
  });
}
