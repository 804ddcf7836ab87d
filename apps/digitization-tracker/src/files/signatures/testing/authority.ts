// The library of certificates asks for it.
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
  type X509Certificate,
} from '@peculiar/x509';
import { webcrypto } from 'node:crypto';
import { Certificate, CertificateRevocationList, RevokedCertificate, Time } from 'pkijs';

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
const DAY_MS = 86_400_000;

/** Somebody with a key and a certificate of it. */
export interface CertificateHolder {
  readonly certificate: X509Certificate;
  readonly privateKey: webcrypto.CryptoKey;
  /** Of the certificate, DER. */
  readonly der: Uint8Array<ArrayBuffer>;
}

export interface Authority extends CertificateHolder {
  /** Validity in days from now. */
  readonly issue: (options?: { from?: number; to?: number; forSigning?: boolean }) => Promise<CertificateHolder>;
  /** Its list of revoked certificates, DER; `to` is the next update in days from now. */
  readonly revoke: (holders: readonly CertificateHolder[], options?: { to?: number }) => Promise<Uint8Array<ArrayBuffer>>;
}

const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);
const createKeys = () => webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
const toDer = ({ rawData }: X509Certificate) => new Uint8Array(rawData);
let serials = 0;

/** An authority that vouches for itself. */
export async function createAuthority(name: string): Promise<Authority> {
  const keys = await createKeys();
  const subject = `CN=${name}, O=Motcua tests, C=VN`;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: subject,
    serialNumber: toSerial(),
    notBefore: inDays(-1000),
    notAfter: inDays(1000),
    keys,
    signingAlgorithm: RSA,
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  const issuer = { issuer: subject, signingKey: keys.privateKey, signingAlgorithm: RSA };
  return {
    certificate,
    privateKey: keys.privateKey,
    der: toDer(certificate),
    async issue({ from = -100, to = 100, forSigning = true } = {}) {
      const { publicKey, privateKey } = await createKeys();
      const issued = await X509CertificateGenerator.create({
        ...issuer,
        subject: `CN=Cán bộ, O=${name}, C=VN`,
        serialNumber: toSerial(),
        publicKey,
        notBefore: inDays(from),
        notAfter: inDays(to),
        extensions: [
          new BasicConstraintsExtension(false, undefined, true),
          new KeyUsagesExtension(forSigning ? KeyUsageFlags.nonRepudiation : KeyUsageFlags.keyEncipherment, true),
        ],
      });
      return { certificate: issued, privateKey, der: toDer(issued) };
    },
    async revoke(holders, { to = 30 } = {}) {
      const list = new CertificateRevocationList({
        version: 1,
        issuer: Certificate.fromBER(toDer(certificate)).subject,
        thisUpdate: new Time({ value: inDays(Math.min(-1, to - 1)) }),
        nextUpdate: new Time({ value: inDays(to) }),
      });
      // Left away where nobody is on it: an empty list of entries is not what RFC 5280 writes.
      if (holders.length > 0) list.revokedCertificates = holders.map(toEntry);
      await list.sign(keys.privateKey as Parameters<typeof list.sign>[0], 'SHA-256');
      const schema = list.toSchema() as { readonly toBER: () => ArrayBuffer }; // The library leaves its type open.
      return new Uint8Array(schema.toBER());
    },
  };
}

const toEntry = ({ der }: CertificateHolder): RevokedCertificate =>
  new RevokedCertificate({
    userCertificate: Certificate.fromBER(der).serialNumber,
    revocationDate: new Time({ value: inDays(-1) }),
  });

const toSerial = (): string => (++serials + 0x1000).toString(16);
