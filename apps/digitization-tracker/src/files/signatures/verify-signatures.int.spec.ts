import { expect, it } from '@jest/globals';
import { askSignatureValidator } from '@motcua/testing';
import { examineFile } from '../examination/examine-file.ts';
import { createAuthority } from './testing/authority.ts';
import { createSignedPdf } from './testing/sign-pdf.ts';
import { signXml } from './testing/sign-xml.ts';

const statuses = { TOTAL_PASSED: 'verified', INDETERMINATE: 'unverified', TOTAL_FAILED: 'broken', '': 'none' } as const;

it('says of good, altered, expired, revoked, foreign and partly signed files what another validator says', async () => {
  const [root, foreign] = [await createAuthority('Root'), await createAuthority('Foreign')];
  const [officer, expired, gone, stranger] = [
    await root.issue(),
    await root.issue({ from: -200, to: -100 }),
    await root.issue(),
    await foreign.issue(),
  ];
  const trust = { anchors: [root.der], revocationLists: [await root.revoke([gone])] };
  const good = await createSignedPdf({ signer: officer });
  const altered = Buffer.from(good);
  altered[altered.indexOf('/MediaBox') + 11] = 0x39;
  const text = '<ketQua><noiDung Id="a">đã cấp</noiDung></ketQua>';
  const goodXml = await signXml(text, { signer: officer });
  const files = {
    'good.pdf': good,
    'altered.pdf': altered,
    'expired.pdf': await createSignedPdf({ signer: expired }),
    'revoked.pdf': await createSignedPdf({ signer: gone }),
    'foreign.pdf': await createSignedPdf({ signer: stranger }),
    'good.xml': Buffer.from(goodXml),
    'altered.xml': Buffer.from(goodXml.replace('đã cấp', 'từ chối')),
    'expired.xml': Buffer.from(await signXml(text, { signer: expired })),
    'foreign.xml': Buffer.from(await signXml(text, { signer: stranger })),
  };
  const opinions = await askSignatureValidator(files, trust);
  const ours = await Promise.all(
    Object.entries(files).map(async ([name, bytes]) => [name, (await examineFile(bytes, trust)).signature.status] as const),
  );
  expect(Object.fromEntries(ours)).toEqual(
    Object.fromEntries(Object.entries(opinions).map(([name, { indication }]) => [name, statuses[indication]])),
  );

  // What was appended it leaves to its reader, and says that only a part is signed; here that part is not the document.
  const appended = {
    'appended.pdf': Buffer.concat([good, Buffer.from('99 0 obj\n<</Type/Note>>\nendobj\nstartxref\n0\n%%EOF')]),
  };
  expect((await examineFile(appended['appended.pdf'], trust)).signature).toEqual({ status: 'broken', reason: 'not-covered' });
  expect((await askSignatureValidator(appended, trust))['appended.pdf']?.scopes).not.toBe('FULL');
}, 300_000);
