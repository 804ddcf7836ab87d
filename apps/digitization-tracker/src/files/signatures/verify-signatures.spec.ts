import { beforeAll, describe, expect, it } from '@jest/globals';
import { examineFile } from '../examination/examine-file.ts';
import { createAuthority, type Authority, type CertificateHolder } from './testing/authority.ts';
import { createSignedPdf } from './testing/sign-pdf.ts';
import { signXml } from './testing/sign-xml.ts';
import type { TrustStore } from './trust-store.ts';

let root: Authority;
let foreign: Authority;
let officer: CertificateHolder;
let trust: TrustStore;
beforeAll(async () => {
  [root, foreign] = [await createAuthority('Root'), await createAuthority('Foreign')];
  officer = await root.issue();
  trust = { anchors: [root.der], revocationLists: [await root.revoke([])] };
});

const reportOf = async (bytes: Buffer | string, trusted = trust) => {
  const { signature } = await examineFile(Buffer.from(bytes as Buffer), trusted);
  return [signature.status, signature.reason];
};

/** Appends what calls itself a signature over all but itself. */
function withClaim(bytes: Buffer): Buffer {
  const claim = '98 0 obj\n<</Type/Sig/ByteRange[0 FIRSTFIRST SECOND RESTREST]/Contents <01>>>\nendobj\nstartxref\n0\n%%EOF';
  const open = bytes.length + claim.indexOf('<01>');
  const numbers = [open, open + 4, bytes.length + claim.length - open - 4].map(String);
  const names = ['FIRSTFIRST', 'SECOND', 'RESTREST'];
  const text = names.reduce((made, name, index) => made.replace(name, (numbers[index] ?? '').padEnd(name.length)), claim);
  return Buffer.concat([bytes, Buffer.from(text, 'latin1')]);
}

describe('a signed PDF', () => {
  it('is verified where an anchor vouches for its signer and a list says that nobody took it back', async () => {
    expect(await reportOf(await createSignedPdf({ signer: officer }))).toEqual(['verified', null]);
    const alone = { anchors: [root.der], revocationLists: [] };
    const carried = await createSignedPdf({ signer: officer, chain: [root.der], revocationLists: [await root.revoke([])] });
    expect(await reportOf(carried, alone)).toEqual(['verified', null]);
  });

  it('is broken by one other byte, wherever it is', async () => {
    const bytes = await createSignedPdf({ signer: officer });
    const signature = bytes.indexOf('/Contents <') + 200;
    for (const at of [bytes.indexOf('/MediaBox') + 11, bytes.indexOf('SigFlags') + 9, signature]) {
      const altered = Buffer.from(bytes);
      altered[at] = altered[at] === 0x31 ? 0x32 : 0x31;
      expect((await reportOf(altered))[0]).toBe('broken');
    }
  });

  it('is broken by what is appended, also where the new part says that it is covered', async () => {
    const bytes = await createSignedPdf({ signer: officer });
    expect(await reportOf(Buffer.concat([bytes, Buffer.from('\n')]))).toEqual(['broken', 'not-covered']);
    const note = Buffer.from('99 0 obj\n<</Type/Note>>\nendobj\nxref\n0 0\ntrailer\n<<>>\nstartxref\n0\n%%EOF');
    expect(await reportOf(Buffer.concat([bytes, note]))).toEqual(['broken', 'not-covered']);
    // A second "signature" that covers all to the end, and is none.
    expect(await reportOf(withClaim(bytes))).toEqual(['broken', 'unreadable']);
  });

  it('is broken where bytes are free: a second gap, a range that begins late, more than a signature in the gap', async () => {
    const bytes = await createSignedPdf({ signer: officer });
    const withRange = (change: (numbers: number[]) => number[]): Buffer => {
      const text = bytes.toString('latin1');
      const [whole = '', inside = ''] = /\/ByteRange \[([^\]]*)\]/.exec(text) ?? [];
      const numbers = change(inside.trim().split(/\s+/).map(Number));
      return Buffer.from(text.replace(whole, `/ByteRange [${numbers.join(' ')}`.padEnd(whole.length - 1) + ']'), 'latin1');
    };
    for (const change of [
      ([, a = 0, b = 0, c = 0]: number[]) => [1, a - 1, b, c],
      ([, a = 0, b = 0, c = 0]: number[]) => [0, a - 9, b, c],
      ([, a = 0, b = 0, c = 0]: number[]) => [0, a, b + 9, c - 9],
      ([, a = 0, b = 0, c = 0]: number[]) => [0, a, b, c - 1],
      () => [0, 0, 0, 0],
    ]) {
      expect(await reportOf(withRange(change))).toEqual(['broken', 'not-covered']);
    }
  });

  it('was never signed where its signature is a byte', async () => {
    const small = Buffer.from(
      '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n' +
        '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\n',
    );
    expect(await reportOf(withClaim(small))).toEqual(['broken', 'unreadable']);
  });

  it('stays unverified, and says why, where something is not known', async () => {
    const pdfOf = (signer: CertificateHolder) => createSignedPdf({ signer });
    expect(await reportOf(await pdfOf(officer), { anchors: [], revocationLists: [] })).toEqual([
      'unverified',
      'no-trust-anchors',
    ]);
    expect(await reportOf(await pdfOf(await foreign.issue()))).toEqual(['unverified', 'untrusted-issuer']);
    expect(await reportOf(await pdfOf(await root.issue({ from: -200, to: -100 })))).toEqual(['unverified', 'outside-validity']);
    const sealing = await root.issue({ forSigning: false });
    expect(await reportOf(await pdfOf(sealing))).toEqual(['unverified', 'not-for-signing']);
    expect(await reportOf(await createSignedPdf({ signer: officer, hash: 'SHA-1' }))).toEqual(['unverified', 'weak-algorithm']);
  });

  it('stays unverified without a list that is in force, and after one that names its signer', async () => {
    const bytes = await createSignedPdf({ signer: officer });
    const trusted = (...lists: Uint8Array<ArrayBuffer>[]): TrustStore => ({
      anchors: [root.der],
      revocationLists: lists,
    });
    expect(await reportOf(bytes, trusted())).toEqual(['unverified', 'revocation-unknown']);
    expect(await reportOf(bytes, trusted(await root.revoke([], { to: -3 })))).toEqual(['unverified', 'revocation-unknown']);
    expect(await reportOf(bytes, trusted(await foreign.revoke([])))).toEqual(['unverified', 'revocation-unknown']);
    expect(await reportOf(bytes, trusted(await root.revoke([officer])))).toEqual(['unverified', 'revoked']);
  });
});

describe('signed XML', () => {
  const text = '<ketQua><noiDung so="12">đã cấp</noiDung></ketQua>';

  it('is verified where all of it is signed', async () => {
    expect(await reportOf(await signXml(text, { signer: officer }))).toEqual(['verified', null]);
    const parts = '<ketQua><noiDung Id="a" so="12">đã cấp</noiDung></ketQua>';
    expect(await reportOf(await signXml(parts, { signer: officer, uri: '#a' }))).toEqual(['verified', null]);
  });

  it('is broken by a changed text, attribute or signature', async () => {
    const signed = await signXml(text, { signer: officer });
    expect(await reportOf(signed.replace('đã cấp', 'từ chối'))).toEqual(['broken', 'altered']);
    expect(await reportOf(signed.replace('so="12"', 'so="13"'))).toEqual(['broken', 'altered']);
    expect(await reportOf(signed.replace('</ketQua>', '<them>1</them></ketQua>'))).toEqual(['broken', 'altered']);
    const value = /<ds:SignatureValue[^>]*>(.{8})/.exec(signed);
    expect(await reportOf(signed.replace(value?.[1] ?? '', 'AAAAAAAA'))).toEqual(['broken', 'altered']);
  });

  it('is broken where something stands outside of what is signed, or an Id stands twice', async () => {
    const parts = '<ketQua><noiDung Id="a">đã cấp</noiDung></ketQua>';
    const signed = await signXml(parts, { signer: officer, uri: '#a' });
    expect(await reportOf(signed.replace('</ketQua>', '<them>1</them></ketQua>'))).toEqual(['broken', 'not-covered']);
    expect(await reportOf(signed.replace('<ketQua', '<ketQua so="1"'))).toEqual(['broken', 'not-covered']);
    expect(await reportOf(signed.replace('</ketQua>', '<noiDung Id="a">1</noiDung></ketQua>'))).toEqual(['broken', 'unreadable']);
  });

  it('stays unverified of a foreign signer, an expired one, and of a weak digest', async () => {
    expect(await reportOf(await signXml(text, { signer: await foreign.issue() }))).toEqual(['unverified', 'untrusted-issuer']);
    const expired = await root.issue({ from: -200, to: -100 });
    expect(await reportOf(await signXml(text, { signer: expired }))).toEqual(['unverified', 'outside-validity']);
    expect(await reportOf(await signXml(text, { signer: officer, hash: 'SHA-1' }))).toEqual(['unverified', 'weak-algorithm']);
  });
});
