import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles } from '@motcua/auth';
import { AttachedFile, DocumentHistory, DossierComponents } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createDigitizationFixture, type DigitizationFixture } from './testing/digitization-service.ts';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createPdf } from './testing/sample-files.ts';

/** Every unit with those above it, itself last. */
const chains = {
  'phu-tho': ['phu-tho'],
  'thanh-ba': ['phu-tho', 'thanh-ba'],
  'phong-tu-phap': ['phu-tho', 'thanh-ba', 'phong-tu-phap'],
  'dong-xuan': ['phu-tho', 'thanh-ba', 'dong-xuan'],
  'khai-xuan': ['phu-tho', 'thanh-ba', 'khai-xuan'],
} as const;
type Unit = keyof typeof chains;
const units = Object.keys(chains) as Unit[];
const pairs = units.flatMap((source) => units.map((target) => ({ source, target })));

type Somebody = Parameters<DigitizationFixture['token']>[0] & { readonly unit?: Unit; readonly sub: string };
/** Every role at every unit, and who is bound to none. */
const everybody: readonly Somebody[] = [
  ...roles.flatMap((role) =>
    units.map((unit) => ({ role, unit, sub: `${role}.${unit}`, ...(role === 'source' ? { source: 'urn:motcua:legacy' } : {}) })),
  ),
  { role: 'admin', sub: 'admin' },
];
const admin = { role: 'admin', sub: 'quan-tri' } as const;
const consent = { proof: 'id-card-shown' } as const;
const citizen = { ref: 'applicant-an-0000000000', name: 'Nguyễn Văn An', idNumber: '025185001234' };

/** The rules, written anew. */
const handles = ({ role }: Somebody): boolean => role === 'counter' || role === 'specialist' || role === 'head';
const isAbove = ({ unit }: Somebody, of: Unit): boolean => unit !== undefined && (chains[of] as readonly string[]).includes(unit);
const opens = (who: Somebody, of: Unit): boolean => handles(who) && isAbove(who, of);
const writes = (who: Somebody, of: Unit): boolean =>
  opens(who, of) || (who.role === 'admin' && (who.unit === undefined || isAbove(who, of)));
const isHandler = (who: Somebody, of: Unit): boolean => handles(who) && who.unit === of;

let fixture: DigitizationFixture;
const lenders = new Map<Unit, { readonly dossier: DossierHistory; readonly scan: Buffer; readonly fileId: string }>();
/** A dossier of the same citizen at every unit in which nothing is taken, and one for every pair in which something is. */
const watched = new Map<Unit, DossierHistory>();
const handlers = new Map<string, DossierHistory>();

const path = ({ id }: DossierHistory, rest: string): string => `/v1/dossiers/${id}/${rest}`;
const open = (unit: Unit): DossierHistory => {
  const dossier = new DossierHistory({ responsibleUnit: unit }).received(at('2026-03-02 08:00'));
  fixture.applicants.set(dossier.id, citizen.ref);
  return dossier;
};
const receive = async (dossiers: readonly DossierHistory[]): Promise<void> => {
  await fixture.publish(dossiers.flatMap(({ events }) => events));
  for (const dossier of dossiers) {
    await waitFor(async () => (await fixture.call(path(dossier, 'components'), admin)).status === 200, {
      describe: 'a checklist',
    });
  }
};

beforeAll(async () => {
  fixture = await createDigitizationFixture();
  for (const unit of units) watched.set(unit, open(unit));
  for (const { source, target } of pairs) handlers.set(`${source}>${target}`, open(target));
  const sources = units.map((unit) => ({ unit, dossier: open(unit) }));
  await receive([...watched.values(), ...handlers.values(), ...sources.map(({ dossier }) => dossier)]);
  for (const { unit, dossier } of sources) {
    const who = { role: 'counter', unit, sub: `counter.${unit}` } as const;
    const scan = await createPdf({ note: `giấy xác nhận ở ${unit}` });
    const { file } = AttachedFile.parse((await fixture.upload(path(dossier, 'components/2/files'), who, scan)).body);
    lenders.set(unit, { dossier, scan, fileId: file.fileId });
  }
}, 120_000);
afterAll(() => fixture.close());

/** The answers of everybody, asked side by side a few at a time. */
async function answersOf<Answer>(ask: (who: Somebody) => Promise<Answer>): Promise<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  const waiting = [...everybody];
  const work = async (): Promise<void> => {
    for (let who = waiting.pop(); who !== undefined; who = waiting.pop()) answers[who.sub] = await ask(who);
  };
  await Promise.all(Array.from({ length: 6 }, work));
  return answers;
}
const expected = <Answer>(rule: (who: Somebody) => Answer): Record<string, Answer> =>
  Object.fromEntries(everybody.map((who) => [who.sub, rule(who)]));

async function take(who: Somebody, { source, target }: (typeof pairs)[number], body: object): Promise<unknown> {
  const recipient = handlers.get(`${source}>${target}`);
  if (recipient === undefined) throw new Error('no such pair');
  const json = { fileId: lenders.get(source)?.fileId, ...body };
  const answer = await fixture.call(path(recipient, 'components/2/reuse'), who, { json });
  return answer.status === 200 ? 200 : `${answer.status} ${String(answer.body['code'])}`;
}

describe('a paper of the same citizen elsewhere', () => {
  it.each(units)('is told of to handlers of the dossier at %s alone, and no more than that there is one', async (target) => {
    const dossier = watched.get(target);
    if (dossier === undefined) throw new Error('no such unit');
    const proposalsOf = async (who: Somebody) => {
      const { status, body } = await fixture.call(path(dossier, 'components'), who);
      if (status !== 200) return status;
      const { components } = DossierComponents.parse(body);
      return components.flatMap(({ proposals }) => proposals).sort((one, other) => (one.unit < other.unit ? -1 : 1));
    };
    const shown = (who: Somebody) =>
      [...units].sort().map((unit) => ({
        fileId: lenders.get(unit)?.fileId,
        part: 'component',
        partCode: 'xac-nhan',
        unit,
        because: 'same-component',
        date: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
        needs: opens(who, unit) ? 'nothing' : 'consent',
      }));
    const readsNone = ['source', 'auditor'];
    const mayRead = (who: Somebody) => writes(who, target) || (!readsNone.includes(who.role) && isAbove(who, target));
    expect(await answersOf(proposalsOf)).toEqual(
      expected((who) => (isHandler(who, target) ? shown(who) : mayRead(who) ? [] : 403)),
    );
  });

  it('is told of with an upload of the same content too, to handlers alone', async () => {
    const dossier = open('khai-xuan');
    await receive([dossier]);
    const scan = lenders.get('dong-xuan')?.scan ?? Buffer.alloc(0);
    const proposalsTo = async (who: Somebody) =>
      AttachedFile.parse((await fixture.upload(path(dossier, 'components/2/files'), who, scan)).body).proposals;
    expect(await proposalsTo({ role: 'counter', unit: 'khai-xuan', sub: 'nv-1' })).toMatchObject([
      { unit: 'dong-xuan', because: 'same-content', needs: 'consent' },
    ]);
    expect(await proposalsTo({ role: 'head', unit: 'thanh-ba', sub: 'tp-1' })).toEqual([]);
    expect(await proposalsTo(admin)).toEqual([]);
  });

  it('is told of to the unit that has the dossier in hand', async () => {
    const dossier = open('khai-xuan').transferred(at('2026-03-02 09:00'), 'phong-tu-phap');
    await receive([dossier]);
    const specialist = { role: 'specialist', unit: 'phong-tu-phap', sub: 'cv-1' } as const;
    const listed = async () =>
      DossierComponents.parse((await fixture.call(path(dossier, 'components'), specialist)).body).components[1]?.proposals.length;
    expect(await listed()).toBe(5);
  });
});

describe('reuse', () => {
  it.each(pairs)('of a paper of $source at $target takes the right to open it, or the citizen’s consent', async (pair) => {
    const { source, target } = pair;
    const may = (who: Somebody, isGranted: boolean): unknown => {
      if (!writes(who, target)) return '403 auth.forbidden';
      return isGranted ? 200 : '403 reuse.consent-needed';
    };
    // In whatever order they come: a ground is asked for also where the very reuse has been done.
    expect(await answersOf((who) => take(who, pair, {}))).toEqual(expected((who) => may(who, opens(who, source))));
    expect(await answersOf((who) => take(who, pair, { consent }))).toEqual(
      expected((who) => may(who, opens(who, source) || isHandler(who, target))),
    );
  });

  it('of a paper that is another citizen’s is as if there were none, for who may not open it', async () => {
    const { fileId } = lenders.get('dong-xuan') ?? {};
    const stranger = new DossierHistory({ responsibleUnit: 'khai-xuan' }).received(at('2026-03-02 08:00'));
    fixture.applicants.set(stranger.id, 'applicant-binh-00000000');
    await receive([stranger]);
    const codeFor = async (who: Somebody, id = fileId) =>
      (await fixture.call(path(stranger, 'components/2/reuse'), who, { json: { fileId: id, consent } })).body['code'];
    const nextDoor: Somebody = { role: 'counter', unit: 'khai-xuan', sub: 'nv-2' };
    expect([await codeFor(nextDoor), await codeFor(nextDoor, '00000000-0000-4000-8000-000000000000')]).toEqual([
      'file.unknown',
      'file.unknown',
    ]);
    expect(await codeFor({ role: 'head', unit: 'thanh-ba', sub: 'tp-1' })).toBe('reuse.other-applicant');
  });

  it.each([
    { consent: { proof: 'he said so' } },
    { consent: { proof: 'vneid', idNumber: citizen.idNumber } },
    { consent: { proof: 'vneid', note: citizen.name } },
    { consent: true },
  ])('takes no consent in other words (%j)', async (body) => {
    const handler: Somebody = { role: 'counter', unit: 'khai-xuan', sub: 'nv-2' };
    expect(await take(handler, { source: 'dong-xuan', target: 'khai-xuan' }, body)).toMatch(/^400 /);
  });

  it('shows in both histories, with who, when and on what ground, and in nobody’s personal data', async () => {
    const dossier = open('khai-xuan');
    await receive([dossier]);
    const source = lenders.get('dong-xuan');
    const handler = { role: 'counter', unit: 'khai-xuan', sub: 'nv-9' } as const;
    const before = await fixture.call(path(source?.dossier ?? dossier, `files/${source?.fileId ?? ''}/content`), handler);
    const json = { fileId: source?.fileId, consent: { proof: 'vneid' } };
    const taken = await fixture.call(path(dossier, 'components/2/reuse'), handler, { json, key: 'reuse-once' });
    const again = await fixture.call(path(dossier, 'components/2/reuse'), handler, { json, key: 'reuse-once' });
    const [file] =
      DossierComponents.parse((await fixture.call(path(dossier, 'components'), handler)).body).components[1]?.files ?? [];
    const opened = await fixture.call(path(dossier, `files/${file?.fileId ?? ''}/content`), handler);
    expect([before.status, taken.status, again.status, opened.status]).toEqual([403, 200, 200, 200]);

    const historyOf = async ({ id }: { readonly id: string }, who: Somebody) =>
      DocumentHistory.parse((await fixture.call(`/v1/dossiers/${id}/components/history`, who)).body).entries;
    const overrides = { officer: 'nv-9', recordedAt: expect.any(String) as unknown };
    const here = await historyOf(dossier, handler);
    expect(here.at(-1)).toMatchObject({
      type: 'vn.motcua.digitization.component-reused.v1',
      version: 2,
      ...overrides,
      change: { fromDossier: source?.dossier.id, fromFile: source?.fileId, ground: 'consent', proof: 'vneid' },
    });
    const there = await historyOf(source?.dossier ?? dossier, { role: 'head', unit: 'dong-xuan', sub: 'tp-1' });
    const lent = there.filter(({ change }) => change['toDossier'] === dossier.id);
    expect(lent).toMatchObject([
      {
        type: 'vn.motcua.digitization.file-reused.v1',
        ...overrides,
        change: { fileId: source?.fileId, toUnit: 'khai-xuan', toComponent: 'xac-nhan', ground: 'consent', proof: 'vneid' },
      },
    ]);
    expect(there.map(({ version }) => version)).toEqual(there.map((_entry, index) => index + 1));
    const refused = await fixture.call(path(source?.dossier ?? dossier, 'components/history'), handler);
    expect(refused.status).toBe(403);

    await waitFor(() => fixture.published(source?.dossier.id ?? '').length === there.length, { describe: 'the source’s events' });
    const published = JSON.stringify([fixture.published(dossier.id), fixture.published(source?.dossier.id ?? ''), here, there]);
    for (const secret of [citizen.ref, citizen.name, citizen.idNumber]) expect(published).not.toContain(secret);
  });
});
