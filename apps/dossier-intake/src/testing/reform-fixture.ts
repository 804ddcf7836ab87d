import {
  dossierEventSchemas,
  type ReformAnswer,
  type ReformView,
  type StaffDocument,
  type UnitDocument,
} from '@motcua/contracts';
import { createUnit, toReferenceRecord } from '@motcua/contracts/testing';
import { waitFor } from '@motcua/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { toNdjson, type legacy } from './legacy-events.ts';
import { fixtureDocuments } from './reference-fixture.ts';
import type { RunningIntake } from './start-intake.ts';

export const successor = createUnit('xa-dong-xuan', 'commune', 'phu-tho', {
  dossierCode: 'H44.101',
  validFrom: '2025-07-01',
  predecessors: ['dong-xuan', 'khai-xuan'],
});

/** The whole district of the fixture ends. */
export const reform = {
  id: 'thanh-ba-2025',
  name: { vi: 'Sắp xếp đơn vị hành chính cấp xã' },
  law: 'NQ 1676/NQ-UBTVQH15',
  effectiveFrom: '2025-07-01',
  units: [successor],
  successions: [
    { from: 'dong-xuan', to: 'xa-dong-xuan' },
    { from: 'khai-xuan', to: 'xa-dong-xuan' },
    { from: 'phong-tu-phap', field: 'ho-tich', to: 'xa-dong-xuan' },
    { from: 'thanh-ba', field: 'ho-tich', to: 'xa-dong-xuan' },
  ],
};

export const operator = { role: 'admin', sub: 'quan-tri' } as const;
type As = Parameters<RunningIntake['call']>[0]['as'];

/** What a spec of reforms asks of a service, tells it, and reads past it. */
export function createReformHand(getIntake: () => RunningIntake) {
  const ask = async (url: string, body?: unknown, as: As = operator, instance?: NestFastifyApplication) => {
    const call = { method: body === undefined ? 'GET' : 'POST', url, body, as } as const;
    const answer = await getIntake().call(instance === undefined ? call : { ...call, instance });
    return { status: answer.status, code: answer.body['code'] as unknown, body: answer.body as unknown };
  };
  const askReform = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).body as ReformView;
  const tryIt = async (more: object = {}, apply = false, instance?: NestFastifyApplication) => {
    const { body, ...answer } = await ask('/v1/reforms', { reform: { ...reform, ...more }, apply }, operator, instance);
    return { ...answer, body: body as ReformAnswer };
  };
  const obstaclesOf = async (more: object): Promise<string[]> =>
    (await tryIt(more)).body.preview.obstacles.map(({ code, about }) => `${code} ${about}`);

  const report = async (events: readonly ReturnType<typeof legacy>[], instance?: NestFastifyApplication): Promise<void> => {
    const headers = { 'content-type': 'application/x-ndjson' };
    const call = { method: 'POST', url: '/v1/events', body: toNdjson([...events]), headers } as const;
    const { body } = await getIntake().call(instance === undefined ? call : { ...call, instance });
    const accepted: unknown = body['accepted'];
    if (accepted !== events.length) throw new Error(`not all was taken: ${JSON.stringify(body)}`);
  };

  const ownersOf = async (...codes: string[]): Promise<string[]> => {
    const { rows } = await getIntake().admin.query<{ owner: string }>(
      `SELECT concat_ws(' ', source_code, responsible_unit, handling_unit) AS owner FROM intake.dossier
       WHERE source_code = ANY ($1) ORDER BY source_code`,
      [codes],
    );
    return rows.map(({ owner }) => owner);
  };
  const reassignments = async () => {
    const { rows: found } = await getIntake().admin.query<{ body: unknown }>(
      "SELECT body::json AS body FROM intake.event WHERE type LIKE '%.reassigned.%' ORDER BY position",
    );
    return found.map(({ body }) => dossierEventSchemas.reassigned.parse(body));
  };

  const published = { units: new Map<string, UnitDocument[]>(), staff: new Map<string, StaffDocument[]>() };
  /** As the catalogue does: a document of the same first day takes the place of the one before. */
  async function put({ units, staff }: ReformView['catalogue']): Promise<void> {
    const { topics, producer } = getIntake();
    for (const [kind, topic, documents] of [
      ['units', topics.units, units],
      ['staff', topics.staff, staff],
    ] as const) {
      for (const document of documents) {
        const key = 'code' in document ? document.code : document.id;
        const known: Map<string, (UnitDocument | StaffDocument)[]> = published[kind];
        const before =
          known.get(key) ??
          (fixtureDocuments[kind] as (UnitDocument | StaffDocument)[]).filter(
            (one) => ('code' in one ? one.code : one.id) === key,
          );
        const after = [...before.filter(({ validFrom }) => validFrom !== document.validFrom), document];
        known.set(key, after);
        await producer.send(topic, [toReferenceRecord(kind, key, after as never)]);
      }
    }
  }

  const untilState = (state: ReformView['state'], instance?: NestFastifyApplication, id = reform.id): Promise<ReformView> =>
    waitFor(
      async () => {
        const found = await askReform(`/v1/reforms/${id}`, undefined, operator, instance);
        return found.state === state ? found : undefined;
      },
      { describe: `the reform ${id} ${state}`, timeoutMs: 40_000 },
    );

  return { ask, askReform, tryIt, obstaclesOf, report, ownersOf, reassignments, put, untilState };
}
