import type { PlannedDossier } from './plan-day.ts';

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** The figures of a day as its plan says, counted by nothing of ours: all were received and none of them online. */
export function countFigures(dossiers: readonly PlannedDossier[]): Record<'dossiers' | 'results' | 'satisfaction', Share> {
  const finished = dossiers.filter(({ ends }) => ends !== 'open');
  const rated = dossiers.flatMap(({ rating }) => rating ?? []);
  return {
    dossiers: share(finished, (dossier) => hasComponents(dossier) && hasResult(dossier)),
    results: share(finished, hasResult),
    satisfaction: share(rated, ({ satisfied }) => satisfied),
  };
}

const share = <T>(all: readonly T[], counts: (one: T) => boolean): Share => ({
  numerator: all.filter(counts).length,
  denominator: all.length,
});

const hasResult = ({ files, list }: PlannedDossier): boolean => files.some(({ code }) => code === list.result);

const hasComponents = ({ files, list }: PlannedDossier): boolean =>
  list.asked.every((component) => files.some(({ part, code }) => part === 'component' && code === component.code));
