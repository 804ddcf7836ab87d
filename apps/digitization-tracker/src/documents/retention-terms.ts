import type { Config } from '../config.ts';

/** `@Inject(RETENTION_TERMS) terms: RetentionTerms` */
export const RETENTION_TERMS = Symbol('RETENTION_TERMS');

/** How long files are kept once their purpose runs out, in days. */
export interface RetentionTerms {
  readonly component: number;
  readonly result: number;
  readonly rejected: number;
}

export const toRetentionTerms = (config: Config): RetentionTerms => ({
  component: config.RETENTION_COMPONENT_DAYS,
  result: config.RETENTION_RESULT_DAYS,
  rejected: config.RETENTION_REJECTED_DAYS,
});

const DAY_MS = 86_400_000;

interface Kept {
  readonly part: 'component' | 'result';
  readonly removedAt: Date | null;
}

/** What a file is kept for: to handle the dossier, as the applicant's result, or as the evidence of a check. */
export const purposeOf = ({ part, removedAt }: Kept): string => {
  if (removedAt !== null) return 'rejected-scan';
  return part === 'component' ? 'handling' : 'result';
};

/** Until when, epoch milliseconds; null: the dossier is open. */
export function keptUntil(file: Kept, endedAt: number | null, terms: RetentionTerms): number | null {
  if (file.removedAt !== null) return file.removedAt.getTime() + terms.rejected * DAY_MS;
  return endedAt === null ? null : endedAt + terms[file.part] * DAY_MS;
}

/** The same in SQL, of a file `f` of a dossier `d`; `$1`, `$2`, `$3` are the days of components, results and rejected scans. */
export const keptUntilSql = `CASE WHEN f.removed_at IS NOT NULL THEN f.removed_at + $3::int * interval '24 hours'
  WHEN f.part = 'component' THEN d.ended_at + $1::int * interval '24 hours' ELSE d.ended_at + $2::int * interval '24 hours' END`;
export const toSqlTerms = ({ component, result, rejected }: RetentionTerms): number[] => [component, result, rejected];
