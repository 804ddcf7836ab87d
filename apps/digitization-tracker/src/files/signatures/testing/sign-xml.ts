import { DOMParser, XMLSerializer, type Element } from '@xmldom/xmldom';
import { webcrypto } from 'node:crypto';
import { Application, setNodeDependencies, SignedXml } from 'xadesjs';
import type { SignOptions } from './sign-pdf.ts';

setNodeDependencies({ DOMParser, XMLSerializer });
Application.setEngine('node', webcrypto);

export interface XmlSignOptions extends SignOptions {
  /** `''`: all of the document; `#id`: one element. */
  readonly uri?: string;
}

/** The document with an enveloped XAdES signature as its last child. */
export async function signXml(text: string, { signer, uri = '', hash = 'SHA-256' }: XmlSignOptions): Promise<string> {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  const signed = new SignedXml();
  const certificate = Buffer.from(signer.der).toString('base64');
  await signed.Sign({ name: 'RSASSA-PKCS1-v1_5' }, signer.privateKey, document, {
    references: [{ hash, uri, transforms: uri === '' ? ['enveloped', 'exc-c14n'] : ['exc-c14n'] }],
    x509: [certificate],
    signingCertificate: certificate,
  });
  const signature = signed.GetXml() as Element | null; // Its type is one of the browser's.
  if (signature === null || document.documentElement === null) throw new Error('nothing was signed');
  document.documentElement.appendChild(document.importNode(signature, true));
  return new XMLSerializer().serializeToString(document);
}
