import type { Queryable } from '@motcua/postgres';

/** A responsibility interval as it was counted; `numbers` are places in the close's list of names. */
export interface FrozenLine {
  readonly dossierId: string;
  readonly interval: number;
  readonly code: string | null;
  readonly version: number;
  readonly judgement: number;
  readonly digitizationVersion: number;
  readonly unit: string;
  readonly procedure: string;
  readonly field: string;
  readonly channel: string;
  readonly numbers: readonly number[];
}

export interface FrozenCount {
  readonly unit: string;
  readonly field: string;
  readonly procedure: string;
  readonly number: number;
  readonly count: number;
}

/** A dossier of which not everything was counted, and what was. */
export interface Behind {
  readonly dossierId: string;
  readonly version: number;
  readonly judgement: number;
  readonly digitizationVersion: number;
}

const LINES_A_PAGE = 5_000;

/** In the order of dossiers, page by page. */
export async function* readFrozenLines(database: Queryable, close: string): AsyncGenerator<readonly FrozenLine[]> {
  let last = { dossierId: '00000000-0000-0000-0000-000000000000', interval: -1 };
  for (;;) {
    const page = await database.query<FrozenLine & Record<string, unknown>>(
      `SELECT dossier_id AS "dossierId", interval, code, version, judgement, digitization_version AS "digitizationVersion", unit, procedure, field, channel, numbers
       FROM kpi.frozen_dossier WHERE close_id = $1 AND (dossier_id, interval) > ($2::uuid, $3::int) ORDER BY dossier_id, interval LIMIT ${LINES_A_PAGE}`,
      [close, last.dossierId, last.interval],
    );
    const end = page.at(-1);
    if (end === undefined) return;
    yield page;
    last = end;
  }
}

export const listFrozenCounts = (database: Queryable, close: string): Promise<FrozenCount[]> =>
  database.query<FrozenCount & Record<string, unknown>>(
    `SELECT unit, field, procedure, number, count FROM kpi.frozen_figure WHERE close_id = $1
     ORDER BY unit COLLATE "C", field COLLATE "C", procedure COLLATE "C", number`,
    [close],
  );

export const listBehind = (database: Queryable, close: string): Promise<Behind[]> =>
  database.query<Behind & Record<string, unknown>>(
    `SELECT dossier_id AS "dossierId", version, judgement, digitization_version AS "digitizationVersion" FROM kpi.period_behind
     WHERE close_id = $1 ORDER BY dossier_id`,
    [close],
  );
