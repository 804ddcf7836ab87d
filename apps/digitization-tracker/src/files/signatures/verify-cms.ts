import { Certificate, CertificateRevocationList, ContentInfo, SignedData } from 'pkijs';
import { checkChain } from './check-chain.ts';
import { broken, unverified, worstOf, type SignatureReport } from './signature-report.ts';
import type { TrustStore } from './trust-store.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** MD5 and SHA-1, alone and with RSA or ECDSA: whoever wants to can make two documents of one digest. */
const WEAK = new Set([
  '1.2.840.113549.2.5',
  '1.3.14.3.2.26',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10045.4.1',
]);
/** RevocationInfoArchival of PDF 1.7 (Adobe), `SEQUENCE { [0] EXPLICIT SEQUENCE OF CRL OPTIONAL, … }`, among the signed attributes. */
const REVOCATION_ARCHIVAL = '1.2.840.113583.1.1.8';

/**
 * Checks a detached CMS signature (RFC 5652) over given bytes, then who signed.
 *
 * @param der of a ContentInfo with SignedData, one or more signers
 * @param content exactly what was signed
 */
export async function verifyCms(der: Uint8Array, content: Uint8Array, trust: TrustStore): Promise<SignatureReport> {
  const signed = parse(der);
  if (signed === undefined || signed.signerInfos.length === 0) return broken('unreadable');
  // A signature that brings its own content says nothing of ours, and the library would verify that one.
  if (signed.encapContentInfo.eContent !== undefined) return unverified('unsupported');
  const reports: SignatureReport[] = [];
  for (const index of signed.signerInfos.keys()) reports.push(await verifySigner(signed, index, content, trust));
  return worstOf(reports);
}

async function verifySigner(signed: SignedData, index: number, content: Uint8Array, trust: TrustStore): Promise<SignatureReport> {
  const { digestAlgorithm, signatureAlgorithm } = signed.signerInfos[index] ?? {};
  const data = new Uint8Array(content).buffer;
  const outcome = await signed.verify({ signer: index, data, extendedMode: true }).catch(() => undefined);
  if (outcome?.signatureVerified !== true || !outcome.signerCertificate) return broken('altered');
  const weak = [digestAlgorithm, signatureAlgorithm].some((algorithm) => WEAK.has(algorithm?.algorithmId ?? ''));
  if (weak) return unverified('weak-algorithm');
  const others = (signed.certificates ?? []).filter((certificate) => certificate instanceof Certificate);
  const revocationLists = [...listRevocations(signed), ...listArchivedRevocations(signed, index)];
  return checkChain({ certificate: outcome.signerCertificate, others, revocationLists }, trust, new Date());
}

function parse(der: Uint8Array): SignedData | undefined {
  try {
    const info = ContentInfo.fromBER(new Uint8Array(der));
    return info.contentType === SIGNED_DATA ? new SignedData({ schema: info.content }) : undefined;
  } catch {
    return undefined;
  }
}

const listRevocations = ({ crls }: SignedData): CertificateRevocationList[] =>
  (crls ?? []).filter((list) => list instanceof CertificateRevocationList);

/** A block of ASN.1 as far as we look into it. */
interface Block {
  readonly idBlock: { readonly tagClass: number; readonly tagNumber: number };
  readonly valueBlock: { readonly value?: readonly Block[] };
  readonly toBER: () => ArrayBuffer;
}

function listArchivedRevocations(signed: SignedData, index: number): CertificateRevocationList[] {
  const attributes = signed.signerInfos[index]?.signedAttrs?.attributes ?? [];
  const values = attributes
    .filter(({ type }) => type === REVOCATION_ARCHIVAL)
    .flatMap((attribute) => attribute.values as Block[]);
  const tagged = values.flatMap(({ valueBlock }) => valueBlock.value ?? []).filter(({ idBlock }) => idBlock.tagNumber === 0);
  const lists = tagged.flatMap(({ valueBlock }) => valueBlock.value ?? []).flatMap(({ valueBlock }) => valueBlock.value ?? []);
  return lists.flatMap((list) => {
    try {
      return [CertificateRevocationList.fromBER(list.toBER())];
    } catch {
      return [];
    }
  });
}
