import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AttachedFile, StoredFilesVerification } from '@motcua/contracts';
import { createLogger } from '@motcua/observability';
import { waitFor } from '@motcua/testing';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { eraseContent } from '../../retention/erase-content.ts';
import { findOrphans } from '../../retention/verify-contents.ts';
import { createDigitizationFixture, type DigitizationFixture } from '../../testing/digitization-service.ts';
import { at, DossierHistory } from '../../testing/dossier-history.builder.ts';
import { createPdf } from '../../testing/sample-files.ts';
import { Staging } from './staging.ts';
import type { ContentStore } from './content-store.ts';
import { LocalObjects } from './local-objects.ts';
import { ClearContents } from './seal-clear-contents.ts';

let fixture: DigitizationFixture;
let objects: LocalObjects;
let dossier: DossierHistory;
let scans: Map<string, Buffer>;
const fileIds = new Map<string, string>();
const counter = { role: 'counter', unit: 'dong-xuan', sub: 'nv-1' } as const;
const admin = { role: 'admin', sub: 'quan-tri' } as const;

beforeAll(async () => {
  fixture = await createDigitizationFixture();
  objects = new LocalObjects(fixture.storeFolder);
}, 90_000);
afterAll(() => fixture.close());

/** Three files, as an earlier version kept them. */
beforeEach(async () => {
  dossier = new DossierHistory().received(at('2026-03-02 08:00'));
  await fixture.publish(dossier.events);
  const path = `/v1/dossiers/${dossier.id}/components`;
  await waitFor(async () => (await fixture.call(path, counter)).status === 200, { describe: 'the checklist' });
  scans = new Map();
  for (const note of ['một', 'hai', 'ba']) {
    const scan = await createPdf({ note: `${dossier.id} ${note}` });
    const { sha256, fileId } = AttachedFile.parse((await fixture.upload(`${path}/1/files`, counter, scan)).body).file;
    await eraseSealed(sha256);
    await objects.create({ shelf: 'files', name: sha256 }, scan);
    scans.set(sha256, scan);
    fileIds.set(sha256, fileId);
  }
});

async function eraseSealed(sha256: string): Promise<void> {
  const { rows } = await fixture.pool.query<{ name: string }>(
    'DELETE FROM digitization.content WHERE sha256 = $1 RETURNING name',
    [sha256],
  );
  await fixture.store.erase(sha256, rows[0]?.name);
}
const listClear = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const { name } of objects.list('files')) found.push(name);
  return found;
};
const create = (store: ContentStore = fixture.store) =>
  new ClearContents({
    pool: fixture.pool,
    store,
    staging: new Staging(join(fixture.storeFolder, 'sealing')),
    logger: createLogger('spec', { level: 'silent' }),
  });
async function sealAll(contents: ClearContents): Promise<void> {
  while (await contents.sealSome());
}
const verify = async () =>
  StoredFilesVerification.parse((await fixture.call('/v1/stored-files/verification', admin, { json: {} })).body);
async function expectServed(): Promise<void> {
  for (const [sha256, scan] of scans) {
    const url = `${fixture.url}/v1/dossiers/${dossier.id}/files/${fileIds.get(sha256) ?? ''}/content`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${await fixture.token(counter)}` } });
    expect(Buffer.from(await answer.arrayBuffer()).equals(scan)).toBe(true);
  }
}

describe('contents of an earlier version', () => {
  it('are served in clear until they are sealed, and nothing of them lies in clear afterwards', async () => {
    expect(await listClear()).toEqual([...scans.keys()].sort());
    await expectServed();
    await sealAll(create());
    expect(await listClear()).toEqual([]);
    await expectServed();
    expect(await verify()).toMatchObject({ missing: [], damaged: [], orphaned: [] });
    expect(await readdir(join(fixture.storeFolder, 'sealing'))).toEqual([]);
  });

  it('are sealed by who comes next where the first was stopped, and by two at once', async () => {
    let kept = 0;
    // Of a real store everything but the keeping of the second content.
    const stopping = new Proxy(fixture.store, {
      get: (store, property) => {
        const member: unknown = Reflect.get(store, property);
        if (typeof member !== 'function') return member;
        if (property === 'keep' && kept++ === 1) return () => Promise.reject(new Error('stopped'));
        return member.bind(store) as unknown;
      },
    });
    await expect(sealAll(create(stopping))).rejects.toThrow('stopped');
    expect((await listClear()).length).toBe(2);
    await expectServed();
    await Promise.all([sealAll(create()), sealAll(create())]);
    expect(await listClear()).toEqual([]);
    await expectServed();
    expect(await verify()).toMatchObject({ missing: [], damaged: [], orphaned: [] });
  });

  it('that a crash left in clear beside the sealed one are swept up, and the sealed one stays', async () => {
    await sealAll(create());
    const [sha256, scan] = [...scans][0] ?? ['', Buffer.alloc(0)];
    await objects.create({ shelf: 'files', name: sha256 }, scan);
    const later = Date.now() + 2 * 3_600_000;
    expect(await findOrphans(fixture.pool, fixture.store, later)).toMatchObject([{ sha256, name: null }]);
    expect(await eraseContent(fixture.pool, fixture.store, sha256, null)).toBe(true);
    expect(await listClear()).toEqual([]);
    expect((await buffer(await fixture.store.open(sha256))).equals(scan)).toBe(true);
  });

  it('that are not what they were stay as they are, and verification names them', async () => {
    const [sha256 = ''] = scans.keys();
    await objects.replace({ shelf: 'files', name: sha256 }, Buffer.from('another'));
    await sealAll(create());
    expect(await listClear()).toEqual([sha256]);
    expect((await verify()).damaged).toEqual([sha256]);
    await objects.erase({ shelf: 'files', name: sha256 });
    expect((await verify()).missing).toEqual([sha256]);
  });
});
