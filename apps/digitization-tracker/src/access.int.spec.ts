import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttachedFile } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createDigitizationFixture, type DigitizationFixture } from './testing/digitization-service.ts';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createPdf } from './testing/sample-files.ts';

type Actor = Parameters<DigitizationFixture['token']>[0];

/** Around a dossier of the commune khai-xuan, which lies below the district thanh-ba. */
const actors = {
  counter: { role: 'counter', unit: 'khai-xuan', sub: 'nv-1' },
  specialist: { role: 'specialist', unit: 'khai-xuan', sub: 'cv-1' },
  'district head': { role: 'head', unit: 'thanh-ba', sub: 'tp-1' },
  'district leader': { role: 'leader', unit: 'thanh-ba', sub: 'ld-1' },
  'counter next door': { role: 'counter', unit: 'dong-xuan', sub: 'nv-2' },
  'head next door': { role: 'head', unit: 'dong-xuan', sub: 'tp-2' },
  'head of another district': { role: 'head', unit: 'ha-hoa', sub: 'tp-3' },
  admin: { role: 'admin', sub: 'quan-tri' },
  'legacy system': { role: 'source', unit: 'thanh-ba', source: 'urn:motcua:legacy', sub: 'he-thong-cu' },
} as const satisfies Record<string, Actor>;
type Name = keyof typeof actors;
const everybody = Object.keys(actors) as Name[];

const handlers: readonly Name[] = ['counter', 'specialist', 'district head'];
const operators: readonly Name[] = ['admin'];
const readers: readonly Name[] = [...handlers, 'district leader', ...operators];
const writers: readonly Name[] = [...handlers, ...operators];

let fixture: DigitizationFixture;
let dossier: DossierHistory;
let scan: Buffer;
let fileId: string;
beforeAll(async () => {
  fixture = await createDigitizationFixture();
  dossier = new DossierHistory({ responsibleUnit: 'khai-xuan' });
  await fixture.publish(dossier.received(at('2026-03-02 08:00')).events);
  const path = `/v1/dossiers/${dossier.id}/components`;
  await waitFor(async () => (await fixture.call(path, actors.admin)).status === 200, { describe: 'the checklist' });
  scan = await createPdf({ note: 'tờ khai' });
  fileId = AttachedFile.parse((await fixture.upload(`${path}/1/files`, actors.counter, scan)).body).file.fileId;
}, 90_000);
afterAll(() => fixture.close());

interface Asked {
  /** Below the dossier; absolute where it begins with /v1. */
  readonly path: string;
  readonly json?: object | undefined;
  /** Sends the scan. */
  readonly upload?: boolean;
}
const fine = { count: true, completeness: true, order: true, legibility: true };

async function ask(actor: Actor, { path, json, upload = false }: Asked) {
  const place = (path.startsWith('/v1') ? path : `/v1/dossiers/${dossier.id}/${path}`).replace('$file', fileId);
  if (upload) return fixture.upload(place, actor, scan);
  const sent = json === undefined ? undefined : (JSON.parse(JSON.stringify(json).replace('$file', fileId)) as object);
  return fixture.call(place, actor, sent === undefined ? {} : { json: sent });
}

describe('who is let in', () => {
  it.each<{ asked: Asked; status: number; letIn: readonly Name[] }>([
    { asked: { path: 'components' }, status: 200, letIn: readers },
    { asked: { path: 'files/$file/content' }, status: 200, letIn: handlers },
    { asked: { path: '/v1/backlog?unit=khai-xuan' }, status: 200, letIn: readers },
    { asked: { path: '/v1/backlog?unit=thanh-ba' }, status: 200, letIn: ['district head', 'district leader', ...operators] },
    { asked: { path: '/v1/backlog?unit=phu-tho' }, status: 200, letIn: operators },
    { asked: { path: 'components/1/files', upload: true }, status: 200, letIn: writers },
    { asked: { path: 'components/1/checks', json: fine }, status: 200, letIn: writers },
    { asked: { path: 'components/9/exemption', json: { reason: 'secret' } }, status: 404, letIn: writers },
    { asked: { path: 'components/2/reuse', json: { fileId: '$file' } }, status: 409, letIn: writers },
    { asked: { path: 'result/checks?result=khac', json: fine }, status: 404, letIn: writers },
    { asked: { path: 'result/files?result=khac', upload: true }, status: 404, letIn: writers },
    { asked: { path: '/v1/retention/runs', json: { dryRun: true } }, status: 200, letIn: operators },
    { asked: { path: '/v1/stored-files/verification', json: {} }, status: 200, letIn: operators },
    { asked: { path: '/v1/digitization-imports', json: { documents: [{}] } }, status: 200, letIn: ['legacy system'] },
    { asked: { path: '/v1/digitization-imports/position' }, status: 200, letIn: [...operators, 'legacy system'] },
    { asked: { path: '/v1/digitization/dlq' }, status: 200, letIn: operators },
  ])('$asked.path', async ({ asked, status, letIn }) => {
    const answers = Object.fromEntries(
      await Promise.all(everybody.map(async (name) => [name, await toVerdict(name, asked)] as const)),
    );
    expect(answers).toEqual(
      Object.fromEntries(everybody.map((name) => [name, letIn.includes(name) ? status : 'auth.forbidden'])),
    );
  });

  /** The status, or the code of the refusal to whoever is not let in. */
  async function toVerdict(name: Name, asked: Asked): Promise<unknown> {
    const answer = await ask(actors[name], asked);
    return answer.status === 403 ? answer.body['code'] : answer.status;
  }

  it('and what is refused leaves nothing behind', async () => {
    const files = async () => (await fixture.pool.query('SELECT FROM digitization.file')).rowCount;
    const before = [await files(), (await fixture.listContents()).length];
    const path = `/v1/dossiers/${dossier.id}/components/2/files`;
    const answer = await fixture.upload(path, actors['counter next door'], await createPdf({ note: 'của người khác' }));
    expect(answer.status).toBe(403);
    expect([await files(), (await fixture.listContents()).length]).toEqual(before);
    expect(await fixture.listStaged()).toEqual([]);
  });
});

describe('a content', () => {
  it('is handed out as an attachment that is named by codes', async () => {
    const answer = await fetch(`${fixture.url}/v1/dossiers/${dossier.id}/files/${fileId}/content`, {
      headers: { authorization: `Bearer ${await fixture.token(actors.counter)}` },
    });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      200,
      'application/pdf',
      'attachment; filename="H44.05.01-260302-0001-to-khai.pdf"',
    ]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(scan)).toBe(true);
  });

  it('of another dossier is not there, also for who may open that', async () => {
    const other = new DossierHistory({ responsibleUnit: 'khai-xuan' });
    await fixture.publish(other.received(at('2026-03-02 09:00')).events);
    const path = `/v1/dossiers/${other.id}`;
    await waitFor(async () => (await fixture.call(`${path}/components`, actors.admin)).status === 200, {
      describe: 'the other checklist',
    });
    const answer = await fixture.call(`${path}/files/${fileId}/content`, actors.counter);
    expect([answer.status, answer.body['code']]).toEqual([404, 'file.unknown']);
  });
});
