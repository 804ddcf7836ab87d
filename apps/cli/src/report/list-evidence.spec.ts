import type { DossierLine, ReportFigure, SupervisionReport } from '@motcua/contracts';
import { describe, expect, it } from '@jest/globals';
import type { GatewayRequest } from '@motcua/client';
import { type EvidencePart, evidenceParts, openEvidence } from './list-evidence.ts';

const period = { from: '2022-01-01', to: '2022-10-31' };
const asOf = '2022-11-01T00:00:00.000Z';
const figure = (fields: Partial<ReportFigure>): ReportFigure => ({
  id: 'on-time',
  label: 'x',
  value: 1,
  shown: '100%',
  numerator: 3,
  denominator: 3,
  indicator: 'on-time.closed',
  version: 1,
  definition: { vi: 'x' },
  missing: null,
  ...fields,
});
const report = (...figures: ReportFigure[]): SupervisionReport => ({
  unit: 'thanh-ba',
  unitName: 'Thanh Ba',
  period,
  comparedWith: null,
  asOf,
  language: 'vi',
  paragraphs: [],
  figures,
  further: [],
  remarks: [],
});
const line = (n: number): DossierLine => ({
  dossierId: `00000000-0000-8000-8000-00000000000${n}`,
  code: null,
  sourceCode: `S-${n}`,
  unit: 'thanh-ba',
  procedure: 'p',
  field: 'f',
  channel: 'online',
  officer: null,
  timeZone: 'Asia/Ho_Chi_Minh',
  status: 9,
  receivedAt: asOf,
  originalDue: null,
  currentDue: null,
  due766: null,
  endedAt: asOf,
  isLate: false,
});

/** Answers pages in turn and notes what was asked. */
function clientOf(...pages: unknown[]) {
  const asked: [string, GatewayRequest['query']][] = [];
  return {
    asked,
    request: (path: string, request?: GatewayRequest): Promise<unknown> => {
      asked.push([path, request?.query]);
      return Promise.resolve(pages.shift());
    },
  };
}

/** All of its rows. */
async function listEvidence(
  client: Parameters<typeof openEvidence>[0],
  given: SupervisionReport,
  id: string,
  part?: EvidencePart,
  limit?: number,
) {
  const { pages, ...list } = openEvidence(client, given, id, { ...(part === undefined ? {} : { part }), limit });
  const rows: unknown[] = [];
  for await (const page of pages) rows.push(...page);
  return { ...list, rows };
}

describe('openEvidence', () => {
  it('follows all pages of the dossiers behind a figure, at the moment of the report', async () => {
    const page = (dossiers: DossierLine[], next: string | null) => ({
      indicator: 'online.filed',
      version: 1,
      part: 'numerator',
      unit: 'thanh-ba',
      period,
      asOf,
      total: 3,
      dossiers,
      next,
    });
    const client = clientOf(page([line(1), line(2)], 'more'), page([line(3)], null));
    const list = {
      href: '/x',
      kind: 'dossiers',
      indicator: 'online.filed',
      part: 'numerator',
      by: 'level',
      key: 'commune',
    } as const;
    const found = await listEvidence(client, report(figure({ id: 'online.commune', list })), 'online.commune');
    expect(found).toMatchObject({ figure: 'online.commune', kind: 'dossiers', numerator: 3, rows: [line(1), line(2), line(3)] });
    const asked = { part: 'numerator', unit: 'thanh-ba', ...period, asOf, by: 'level', key: 'commune', limit: 1_000 };
    expect(client.asked).toEqual([
      ['/v1/indicators/online.filed/dossiers', { ...asked, cursor: undefined }],
      ['/v1/indicators/online.filed/dossiers', { ...asked, cursor: 'more' }],
    ]);
  });

  it('asks for no page more than the limit needs', async () => {
    const page = { indicator: 'digitized.dossiers', version: 1, part: 'rest', unit: 'x', period, asOf, total: 9, next: 'more' };
    const client = clientOf({ ...page, dossiers: [line(1), line(2)] }, { ...page, dossiers: [line(3)] });
    const list = { href: '/x', kind: 'dossiers', indicator: 'x', part: 'numerator', by: null, key: null } as const;
    const found = await listEvidence(client, report(figure({ id: 'digitized', list })), 'digitized', 'numerator', 2);
    expect(found.rows).toEqual([line(1), line(2)]);
    expect(client.asked.map(([, query]) => query)).toEqual([expect.objectContaining({ limit: 2 })]);
  });

  it('gives the documents of an institutional figure, and nothing of one without data', async () => {
    const row = {
      unit: 'x',
      unitName: 'X',
      validFrom: '2022-01-01',
      validTo: null,
      numerator: 1,
      denominator: 1,
      version: 1,
      documents: [{ documentNumber: '1/BC', date: '2022-11-02' }],
    };
    const without = [{ unit: 'y', unitName: 'Y' }];
    const given = report(
      figure({ id: 'modern-one-stop', evidence: [row], without }),
      figure({ id: 'digitized', value: null, missing: 'source-absent' }),
    );
    const client = clientOf();
    expect(await listEvidence(client, given, 'modern-one-stop')).toMatchObject({
      kind: 'documents',
      rows: [row],
      without,
    });
    for (const part of evidenceParts)
      expect(await listEvidence(client, given, 'digitized', part)).toMatchObject({
        kind: 'documents',
        part,
        missing: 'source-absent',
        rows: [],
      });
    expect(client.asked).toEqual([]);
    await expect(listEvidence(client, given, 'modern-one-stop', 'rest')).rejects.toMatchObject({ code: 'evidence.no-parts' });
  });

  it('opens a figure that stands beside the text like one of the text', async () => {
    const given = { ...report(), further: [figure({ id: 'petitions', numerator: 0, evidence: [] })] };
    expect(await listEvidence(clientOf(), given, 'petitions')).toMatchObject({ figure: 'petitions', kind: 'documents' });
  });

  it.each([
    ['numerator', 'true'],
    ['denominator', undefined],
    ['rest', 'false'],
  ] as const)('asks for the ratings of the %s', async (part, satisfied) => {
    const answer = { unit: 'thanh-ba', ...period, rated: 0, satisfied: 0, ratings: [], next: null };
    const client = clientOf(answer);
    const list = { href: '/x', kind: 'ratings', indicator: 'satisfaction', part: 'numerator', by: null, key: null } as const;
    expect(await listEvidence(client, report(figure({ id: 'satisfaction', list })), 'satisfaction', part)).toMatchObject({
      kind: 'ratings',
      part,
      rows: [],
    });
    expect(client.asked).toEqual([['/v1/ratings', { unit: 'thanh-ba', ...period, satisfied, cursor: undefined, limit: 1_000 }]]);
  });

  it('leaves out ratings of counters where the report does', async () => {
    const client = clientOf({ unit: 'thanh-ba', ...period, rated: 0, satisfied: 0, ratings: [], next: null });
    const list = { href: '/x', kind: 'ratings', indicator: 'satisfaction', part: 'numerator', by: null, key: null } as const;
    const given = { ...report(figure({ id: 'satisfaction', list })), withoutCounterRatings: true };
    await listEvidence(client, given, 'satisfaction');
    expect(client.asked[0]?.[1]).toMatchObject({ satisfied: 'true', withoutCounterRatings: 'true' });
  });

  it('lists the rest of a counted figure where it is asked for', async () => {
    const page = { indicator: 'digitized.dossiers', version: 1, part: 'rest', unit: 'x', period, asOf, total: 1, next: null };
    const client = clientOf({ ...page, dossiers: [line(1)] });
    const list = {
      href: '/x',
      kind: 'dossiers',
      indicator: 'digitized.dossiers',
      part: 'numerator',
      by: null,
      key: null,
    } as const;
    const found = await listEvidence(client, report(figure({ id: 'digitized', list })), 'digitized', 'rest');
    expect(found.rows).toEqual([line(1)]);
    expect(client.asked[0]?.[1]).toMatchObject({ part: 'rest' });
  });

  it('lists the dossiers of a counted figure also where there are none', async () => {
    const page = { indicator: 'online.filed', version: 1, part: 'rest', unit: 'x', period, asOf, total: 0, next: null };
    const client = clientOf({ ...page, dossiers: [] });
    const list = { href: '/x', kind: 'dossiers', indicator: 'online.filed', part: 'numerator', by: null, key: null } as const;
    const empty = figure({ id: 'online.commune', value: null, numerator: 0, denominator: 0, missing: 'nothing-to-count', list });
    expect(await listEvidence(client, report(empty), 'online.commune', 'rest')).toMatchObject({
      kind: 'dossiers',
      value: null,
      numerator: 0,
      missing: 'nothing-to-count',
      rows: [],
    });
    expect(client.asked).toHaveLength(1);
  });

  it('names the figures there are when asked for another', async () => {
    await expect(listEvidence(clientOf(), report(figure({})), 'weather')).rejects.toMatchObject({
      code: 'evidence.unknown-figure',
      hint: 'on-time',
      exitCode: 2,
    });
  });
});
