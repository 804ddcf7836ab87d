import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@motcua/auth';
import type { DossierView } from '@motcua/contracts';
import { deeds, type Deed, type Stage } from './testing/object-access/deeds.ts';
import { lieOf, objectNames, people, type ObjectName } from './testing/object-access/objects.ts';
import { person, receipt } from './testing/receipts.ts';
import { startIntake, type CallAnswer, type RunningIntake } from './testing/start-intake.ts';
import { createStateDigest, listChanged, type StateDigest } from './testing/state-digest.ts';

const MONDAY = Date.parse('2026-11-16T10:00:00+07:00');
const FRIDAY = Date.parse('2026-11-20T11:00:00+07:00');
/** Whose work comes before; nobody of those who are tried. */
const operator: Actor = { sub: 'quan-tri', role: 'admin' };

let now = MONDAY;
let intake: RunningIntake;
let digestState: () => Promise<StateDigest>;
beforeAll(async () => {
  intake = await startIntake({ now: () => now });
  digestState = createStateDigest(intake.admin);
}, 60_000);
afterAll(() => intake.stop());

const post = (url: string, body: object, as: Actor): Promise<CallAnswer> => intake.call({ method: 'POST', url, body, as });
const read = async (id: string): Promise<DossierView['dossier']> =>
  ((await intake.call({ url: `/v1/dossiers/${id}`, as: operator })).body as unknown as DossierView).dossier;

async function mustPost(url: string, body: object): Promise<DossierView> {
  const answer = await post(url, body, operator);
  if (answer.status >= 300) throw new Error(`what comes before was refused: ${JSON.stringify(answer.body)}`);
  return answer.body as unknown as DossierView;
}

const stage: Stage = {
  act: async (id, action, body = {}) => {
    await mustPost(`/v1/dossiers/${id}/${action}`, body);
  },
  versionOf: async (id) => (await read(id)).dossierVersion,
  waitUntilFriday: () => {
    now = FRIDAY;
  },
};

async function plant(name: ObjectName, opened: object = {}): Promise<string> {
  const { home, cameFrom, handedTo } = lieOf(name);
  const { dossier } = await mustPost('/v1/dossiers', { ...receipt, unit: cameFrom ?? home, applicant: person, ...opened });
  const id = dossier.dossierId;
  if (cameFrom !== undefined) await stage.act(id, 'reassign', { toUnit: home, reasonCode: 'reorganisation' });
  const handling = handedTo ?? (cameFrom === undefined ? undefined : home);
  if (handling !== undefined) await stage.act(id, 'transfer', { toUnit: handling });
  return id;
}

async function prepare(deed: Deed, name: ObjectName) {
  now = MONDAY;
  const id = await plant(name, deed.opened);
  const body = await deed.prepare(stage, id, name);
  return { id, url: `/v1/dossiers/${id}/${deed.path}`, body };
}

function isPermitted({ by, from }: Deed, name: ObjectName, { role, unit }: Actor): boolean {
  const reached = from?.(name) ?? lieOf(name).reached;
  return by.includes(role) && (unit === undefined || reached.includes(unit));
}

/** Of those who may: everybody of the unit itself, and of each other unit the first. */
const listTried = (deed: Deed, name: ObjectName): Actor[] =>
  people
    .filter((one) => isPermitted(deed, name, one))
    .filter(({ unit }, at, all) => unit === lieOf(name).home || all.findIndex((one) => one.unit === unit) === at);

/** What an answer says of the dossier or of its applicant. */
const listTold = ({ body }: CallAnswer, { code }: DossierView['dossier']): string[] =>
  [...Object.values(person), ...(code === null ? [] : [code])].filter((text) => JSON.stringify(body).includes(text));

const listPossible = (name: ObjectName) => [...deeds].filter(([, deed]) => deed.isNever?.(name) !== true);

describe.each(objectNames)('%s', (name) => {
  it('is left as it is by everybody who may not, whatever they ask for, and they learn nothing of it', async () => {
    const faults: string[] = [];
    for (const [what, deed] of listPossible(name)) {
      const { id, url, body } = await prepare(deed, name);
      const dossier = await read(id);
      const before = await digestState();
      for (const one of people.filter((someone) => !isPermitted(deed, name, someone))) {
        const answer = await post(url, body, one);
        const told = listTold(answer, dossier);
        if (answer.status !== 403 || told.length > 0)
          faults.push(`${what}: ${one.sub} is answered ${String(answer.status)} ${told.join()}`);
      }
      for (const table of listChanged(before, await digestState()))
        faults.push(`${what}: somebody who may not has changed something in ${table}`);
    }
    expect(faults).toEqual([]);
  }, 240_000);

  it('is worked on by everybody who may', async () => {
    const faults: string[] = [];
    for (const [what, deed] of listPossible(name))
      for (const one of listTried(deed, name)) {
        const { url, body } = await prepare(deed, name);
        const { status, body: answer } = await post(url, body, one);
        if (status >= 300) faults.push(`${what}: ${one.sub} is answered ${String(status)} ${String(answer['code'])}`);
      }
    expect(faults).toEqual([]);
  }, 240_000);
});

it('would be seen to change', async () => {
  const id = await plant('a dossier of the commune');
  const before = await digestState();
  await stage.act(id, 'process');
  expect(listChanged(before, await digestState())).toEqual(expect.arrayContaining(['dossier', 'event']));
});
