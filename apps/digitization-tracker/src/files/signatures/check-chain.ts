import { Certificate, CertificateChainValidationEngine, CertificateRevocationList } from 'pkijs';
import { unverified, verified, type SignatureReport } from './signature-report.ts';
import type { TrustStore } from './trust-store.ts';

/** Who signed, and what came along with the signature to prove it. */
export interface Signer {
  readonly certificate: Certificate;
  readonly others: readonly Certificate[];
  readonly revocationLists: readonly CertificateRevocationList[];
}

/** `ChainValidationCode.noRevocation` and codes of the library's checks (`CertificateChainValidationEngine`, RFC 5280 § 6). */
const VALIDITY = 8;
const REVOKED = 12;

/**
 * Whether an anchor vouches for the signer, and nobody took it back. Nothing is fetched: what is not in the file and not in the trust
 * store is not known, and then nothing is verified.
 *
 * @param at the moment for which it is asked: without a trusted timestamp a moment told in the file proves nothing, so it is now
 */
export async function checkChain(signer: Signer, trust: TrustStore, at: Date): Promise<SignatureReport> {
  if (trust.anchors.length === 0) return unverified('no-trust-anchors');
  if (!mayStandForDocuments(signer.certificate)) return unverified('not-for-signing');
  const crls = [...signer.revocationLists, ...trust.revocationLists.map(toList).filter((list) => list !== undefined)].filter(
    ({ nextUpdate, thisUpdate }) => thisUpdate.value <= at && nextUpdate !== undefined && nextUpdate.value >= at,
  );
  const validate = async (lists: CertificateRevocationList[]) => {
    const engine = new CertificateChainValidationEngine({
      trustedCerts: trust.anchors.map((der) => Certificate.fromBER(der)),
      // The library takes the last one for the signer.
      certs: [...signer.others.filter((other) => !isSame(other, signer.certificate)), signer.certificate],
      crls: lists,
      checkDate: at,
    });
    return engine.verify().catch(toFailure);
  };
  // Without any list the library would not ask for revocation at all; with one it asks for every certificate of the path.
  const path = await validate([]);
  if (!path.result) return unverified(path.resultCode === VALIDITY ? 'outside-validity' : 'untrusted-issuer');
  if (crls.length === 0) return unverified('revocation-unknown');
  const checked = await validate(crls);
  if (checked.result) return verified;
  return unverified(checked.resultCode === REVOKED ? 'revoked' : 'revocation-unknown');
}

interface Outcome {
  readonly result: boolean;
  readonly resultCode: number;
}

function toFailure(error: unknown): Outcome {
  const code = typeof error === 'object' && error !== null && 'resultCode' in error ? Number(error.resultCode) : -1;
  return { result: false, resultCode: code };
}

function toList(der: Uint8Array<ArrayBuffer>): CertificateRevocationList | undefined {
  try {
    return CertificateRevocationList.fromBER(der);
  } catch {
    return undefined;
  }
}

const isSame = (one: Certificate, other: Certificate): boolean =>
  Buffer.from(one.toSchema().toBER()).equals(Buffer.from(other.toSchema().toBER()));

const KEY_USAGE = '2.5.29.15';
/** digitalSignature, nonRepudiation (RFC 5280 § 4.2.1.3). */
const SIGNING_BITS = 0xc0;

/** Where a certificate says what its key is for, signing is among it. */
function mayStandForDocuments({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === KEY_USAGE)?.parsedValue as
    { readonly valueBlock: { readonly valueHexView: Uint8Array } } | undefined;
  return usage === undefined || ((usage.valueBlock.valueHexView[0] ?? 0) & SIGNING_BITS) !== 0;
}
