import type { EvidenceRow, SupervisionReport } from '@motcua/contracts';
import pMap from 'p-map';
import { motcuaJson } from '@motcua/testing/stack';
import type { ReportPeriod } from './read-report.ts';

interface EvidenceList {
  readonly kind: 'dossiers' | 'ratings' | 'documents';
  readonly numerator: number | null;
  readonly rows: readonly { readonly dossierId?: string }[];
}

export interface Opened {
  readonly id: string;
  /** As the figure says. */
  readonly numerator: number | null;
  /** What its rows add up to: lines of different dossiers, or what each document counts for; null where there is none. */
  readonly behind: number | null;
}

/** Opens every figure of a report with `motcua evidence`, as its reader does. */
export async function openFigures(home: string, { unit, from, to }: ReportPeriod): Promise<Opened[]> {
  const place = ['--unit', unit, '--period', `${from}..${to}`];
  const report = await motcuaJson<SupervisionReport>(home, 'report', 'supervision', ...place);
  return pMap(
    [...report.figures, ...report.further],
    async ({ id, numerator }) => {
      const list = await motcuaJson<EvidenceList>(home, 'evidence', id, ...place);
      return { id, numerator, behind: numerator === null && list.rows.length === 0 ? null : countRows(list) };
    },
    { concurrency: 3 },
  );
}

function countRows({ kind, rows }: EvidenceList): number {
  switch (kind) {
    case 'documents':
      return (rows as readonly EvidenceRow[]).reduce((sum, { numerator }) => sum + numerator, 0); // Of this kind.
    case 'dossiers':
    case 'ratings':
      return new Set(rows.map(({ dossierId }) => dossierId)).size;
  }
}
