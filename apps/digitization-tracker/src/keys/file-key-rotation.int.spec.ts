import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttachedFile, DossierComponents, KeyRotation, KeysInUse } from '@motcua/contracts';
import { createLogger } from '@motcua/observability';
import { waitFor } from '@motcua/testing';
import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { KeyRing } from '@motcua/config';
import { ApplicantRefs } from '../documents/applicants/applicant-refs.ts';
import { StoredNames } from '../files/storage/content-names.ts';
import { FileKeys } from '../files/storage/file-keys.ts';
import { LocalObjects } from '../files/storage/local-objects.ts';
import { SealedStore } from '../files/storage/sealed-store.ts';
import { createDigitizationFixture, type DigitizationFixture } from '../testing/digitization-service.ts';
import { at, DossierHistory } from '../testing/dossier-history.builder.ts';
import { createPdf } from '../testing/sample-files.ts';
import { FileKeyRotation } from './file-key-rotation.ts';
import { ReferenceRefresh } from './reference-refresh.ts';

const counter = { role: 'counter', unit: 'dong-xuan', sub: 'nv-1' } as const;
const admin = { role: 'admin', sub: 'quan-tri' } as const;
const logger = createLogger('spec', { level: 'silent' });
const second = randomBytes(32);
let fixture: DigitizationFixture;
const hashes: string[] = [];
beforeAll(async () => {
  fixture = await createDigitizationFixture();
  const dossier = await receive();
  for (const note of ['một', 'hai', 'ba']) hashes.push((await upload(dossier, await createPdf({ note }))).file.sha256);
}, 90_000);
afterAll(() => fixture.close());

async function receive(ref?: string): Promise<DossierHistory> {
  const dossier = new DossierHistory().received(at('2026-03-02 08:00'));
  fixture.applicants.set(dossier.id, ref ?? null);
  await fixture.publish(dossier.events);
  const path = `/v1/dossiers/${dossier.id}/components`;
  await waitFor(async () => (await fixture.call(path, admin)).status === 200, { describe: 'the checklist' });
  return dossier;
}
const upload = async ({ id }: DossierHistory, bytes: Buffer) =>
  AttachedFile.parse((await fixture.upload(`/v1/dossiers/${id}/components/2/files`, counter, bytes)).body);

/** As the service is once a second key has been made the active one, or once it is alone. */
function rotatedBy(keys: KeyRing, nameKey = randomBytes(32)) {
  const store = new SealedStore(
    new LocalObjects(fixture.storeFolder),
    new FileKeys(keys, nameKey),
    new StoredNames(fixture.pool),
  );
  const directory = {
    find: (id: string) => {
      const ref = fixture.applicants.get(id) ?? null;
      return Promise.resolve({
        refs: ref === null ? [] : [ref, ...(fixture.otherRefs.get(ref) ?? [])],
        keyId: fixture.hashKey.id,
      });
    },
    listChanges: () => Promise.resolve([]),
  };
  const references = new ReferenceRefresh(fixture.pool, new ApplicantRefs(fixture.pool, directory, logger), logger);
  const rotation = new FileKeyRotation({
    pool: fixture.pool,
    store,
    logger,
    references,
    keyIds: Object.keys(keys.keys),
    activeKeyId: keys.active,
  });
  return { store, rotation };
}
const usesOf = async (rotation: FileKeyRotation, what: string) =>
  Object.fromEntries(
    (await rotation.count()).uses.filter((use) => use.what === what).map(({ keyId, count }) => [String(keyId), count]),
  );

describe('a rotation of the keys of files', () => {
  it('wraps the keys of contents anew, goes on after it was stopped, and leaves the old one free to go', async () => {
    const { keys } = KeyRing.parse(fixture.environment['FILE_KEYS'] ?? '');
    const both = rotatedBy({ active: 'f2', keys: { ...keys, f2: second } });
    expect(await usesOf(both.rotation, 'content')).toEqual({ f1: 3, f2: 0, null: 0 });
    const stopped = await both.rotation.rotate(undefined, () => Number.POSITIVE_INFINITY);
    expect(stopped).toEqual({ rotated: 0, failed: 0, next: '' });
    expect(await both.rotation.rotate(stopped.next ?? undefined)).toEqual({ rotated: 3, failed: 0, next: null });
    expect(await usesOf(both.rotation, 'content')).toEqual({ f1: 0, f2: 3, null: 0 });
    expect(await both.rotation.rotate()).toEqual({ rotated: 0, failed: 0, next: null });
    const alone = rotatedBy({ active: 'f2', keys: { f2: second } });
    for (const sha256 of hashes) {
      const content = await buffer(await alone.store.open(sha256));
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
  });

  it('asks anew whose dossiers are when the hash key has been rotated; until then both references tell', async () => {
    const [old, fresh] = ['applicant-an-by-h1-000', 'applicant-an-by-h2-000'];
    const lender = await receive(old);
    await upload(lender, await createPdf({ note: 'giấy của An' }));
    fixture.hashKey.id = 'h2';
    fixture.otherRefs.set(fresh, [old]);
    const recipient = await receive(fresh);
    const proposals = async () =>
      DossierComponents.parse((await fixture.call(`/v1/dossiers/${recipient.id}/components`, counter)).body).components[1]
        ?.proposals.length;
    expect(await proposals()).toBe(1);

    fixture.applicants.set(lender.id, fresh);
    const { rotation } = rotatedBy({ active: 'f2', keys: { f2: second } });
    await rotation.rotate();
    expect(await usesOf(rotation, 'applicant-ref')).toEqual({ h2: 2 });
    await fixture.pool.query('UPDATE digitization.dossier SET applicant_other_refs = NULL');
    expect(await proposals()).toBe(1);
  });

  it('is for operators, who are told how far it came', async () => {
    const nobody = await fixture.call('/v1/file-keys', counter);
    const refused = await fixture.call('/v1/file-keys/rotation', counter, { json: {} });
    expect([nobody.status, refused.status]).toEqual([403, 403]);
    expect(KeysInUse.parse((await fixture.call('/v1/file-keys', admin)).body).uses.length).toBeGreaterThan(0);
    expect((await fixture.call('/v1/file-keys/rotation', admin, { json: {} })).status).toBe(200);
    KeyRotation.parse((await fixture.call('/v1/file-keys/rotation', admin, { json: {} })).body);
  });
});
