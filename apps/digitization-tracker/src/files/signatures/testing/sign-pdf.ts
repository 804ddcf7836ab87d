import { PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js';
import { createHash } from 'node:crypto';
import {
  Attribute,
  Certificate,
  CertificateRevocationList,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { CertificateHolder } from './authority.ts';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const attribute = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
};
/** Bytes kept free for the signature. */
const ROOM = 8_192;
const NUMBER = 1_111_111_111;

export interface SignOptions {
  readonly signer: CertificateHolder;
  /** Certificates and lists that the signature brings along, DER. */
  readonly chain?: readonly Uint8Array[];
  readonly revocationLists?: readonly Uint8Array[];
  readonly hash?: 'SHA-256' | 'SHA-1';
}

/** A PDF of one page, signed as PAdES asks (detached CMS over all but itself). `note` makes its content another. */
export async function createSignedPdf({ note = '', ...options }: SignOptions & { readonly note?: string }): Promise<Buffer> {
  const bytes = await createUnsigned(note);
  const open = bytes.indexOf(`<${'0'.repeat(ROOM * 2)}>`);
  const close = open + ROOM * 2 + 2;
  writeRange(bytes, [0, open, close, bytes.length - close]);
  const signature = await signDetached(Buffer.concat([bytes.subarray(0, open), bytes.subarray(close)]), options);
  bytes.write(Buffer.from(signature).toString('hex'), open + 1, 'latin1');
  return bytes;
}

async function createUnsigned(note: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([300, 400]);
  page.drawText(`ket qua ${note}`, { size: 12 });
  const { context } = document;
  const signature = context.register(
    context.obj({
      Type: PDFName.of('Sig'),
      Filter: PDFName.of('Adobe.PPKLite'),
      SubFilter: PDFName.of('ETSI.CAdES.detached'),
      M: PDFString.fromDate(new Date()),
      ByteRange: [0, NUMBER, NUMBER, NUMBER].map((number) => PDFNumber.of(number)),
      Contents: PDFHexString.of('0'.repeat(ROOM * 2)),
    }),
  );
  const field = context.register(
    context.obj({
      Type: PDFName.of('Annot'),
      Subtype: PDFName.of('Widget'),
      FT: PDFName.of('Sig'),
      Rect: [0, 0, 0, 0],
      F: 132,
      V: signature,
      T: PDFString.of('Signature1'),
      P: page.ref,
    }),
  );
  page.node.set(PDFName.of('Annots'), context.obj([field]));
  document.catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: 3, Fields: [field] }));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** In the room that its numbers took, so that nothing moves. */
function writeRange(bytes: Buffer, range: readonly number[]): void {
  const found = /\/ByteRange\s*\[[^\]]*\]/.exec(bytes.toString('latin1'));
  if (found === null) throw new Error('there is no ByteRange');
  bytes.write(`/ByteRange [${range.join(' ')}`.padEnd(found[0].length - 1), found.index, 'latin1');
}

/** CMS SignedData over content that stands elsewhere, DER. */
export async function signDetached(
  content: Uint8Array,
  { signer, chain = [], revocationLists = [], hash = 'SHA-256' }: SignOptions,
): Promise<Uint8Array> {
  const certificate = Certificate.fromBER(signer.der);
  const digest = createHash(hash === 'SHA-1' ? 'sha1' : 'sha256')
    .update(content)
    .digest();
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    certificates: [certificate, ...chain.map((der) => Certificate.fromBER(new Uint8Array(der)))],
    crls: revocationLists.map((der) => CertificateRevocationList.fromBER(new Uint8Array(der))),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: toAttributes(signer, digest) }),
      }),
    ],
  });
  await signed.sign(signer.privateKey as Parameters<typeof signed.sign>[0], 0, hash, new Uint8Array(content).buffer);
  return new Uint8Array(new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) }).toSchema().toBER());
}

function toAttributes(signer: CertificateHolder, digest: Uint8Array): Attribute[] {
  const certHash = createHash('sha256').update(signer.der).digest();
  const essCertificate = new Sequence({ value: [new OctetString({ valueHex: new Uint8Array(certHash).buffer })] });
  return [
    new Attribute({ type: attribute.contentType, values: [new ObjectIdentifier({ value: DATA })] }),
    new Attribute({ type: attribute.signingTime, values: [new UTCTime({ valueDate: new Date() })] }),
    new Attribute({ type: attribute.messageDigest, values: [new OctetString({ valueHex: new Uint8Array(digest).buffer })] }),
    new Attribute({
      type: attribute.signingCertificateV2,
      values: [new Sequence({ value: [new Sequence({ value: [essCertificate] })] })],
    }),
  ];
}
