import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whom we believe, and whom they took it back from. Each in DER. */
export interface TrustStore {
  /** Certificates of the authorities. */
  readonly anchors: readonly Uint8Array<ArrayBuffer>[];
  /** Revocation lists. What a signed file brings along counts as well. */
  readonly revocationLists: readonly Uint8Array<ArrayBuffer>[];
}

export const noTrust: TrustStore = { anchors: [], revocationLists: [] };

const PEM = /-----BEGIN (?<label>CERTIFICATE|X509 CRL)-----(?<text>[^-]+)-----END \k<label>-----/g;

/**
 * Reads certificates (`.pem`, `.crt`, `.cer`) and revocation lists (`.crl`) of a folder, in PEM or DER.
 *
 * @param folder undefined: nobody is believed
 * @throws where the folder cannot be read or a certificate in it is none; the message names the file
 */
export async function readTrustStore(folder: string | undefined): Promise<TrustStore> {
  if (folder === undefined) return noTrust;
  const anchors: Uint8Array<ArrayBuffer>[] = [];
  const revocationLists: Uint8Array<ArrayBuffer>[] = [];
  for (const name of (await readdir(folder)).sort()) {
    if (!/\.(pem|crt|cer|crl)$/i.test(name)) continue;
    const content = await readFile(join(folder, name));
    const blocks = [...content.toString('latin1').matchAll(PEM)];
    const isList = /\.crl$/i.test(name);
    if (blocks.length === 0) (isList ? revocationLists : anchors).push(isList ? content : toCertificate(content, name));
    for (const { groups } of blocks) {
      const der = Buffer.from(groups?.['text'] ?? '', 'base64');
      if (groups?.['label'] === 'CERTIFICATE') anchors.push(toCertificate(der, name));
      else revocationLists.push(der);
    }
  }
  return { anchors, revocationLists };
}

function toCertificate(der: Buffer, name: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(new X509Certificate(der).raw);
  } catch (cause) {
    throw new Error(`"${name}" in the folder of trust anchors holds no certificate.`, { cause });
  }
}
