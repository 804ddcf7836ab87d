import { figureNames, type FigureName } from '../observe/observed.ts';
import type { KnownDossier } from '../record/client-record.ts';
import { resolveIds } from './resolve.ts';
import type { Check, Violation } from './violation.ts';

/** Which dossiers each figure of a unit counts, by what the client knows: received where, ended where, open where. */
const counts: Readonly<Record<FigureName, (dossier: KnownDossier, unit: string, asOf: number) => boolean>> = {
  received: ({ receivedBy }, unit) => receivedBy === unit,
  finished: ({ endedAt }, unit) => endedAt === unit,
  open: ({ endedAt, responsible }, unit) => endedAt === undefined && responsible === unit,
  // Whatever ends in a campaign ends long before what was promised for it, or at the last moment.
  onTime: ({ endedAt }, unit) => endedAt === unit,
  // A promise that came from outside is broken a second later.
  overdue: ({ endedAt, responsible, promise }, unit, asOf) =>
    endedAt === undefined && responsible === unit && promise !== undefined && promise.due + 1_000 <= asOf,
};

/** Each board shows what the clients of its unit count themselves, and behind each figure are just those dossiers, each once. */
export const checkFigures: Check = (record, { events, boards }) => {
  const idOf = resolveIds(events);
  return Object.entries(boards).flatMap(([unit, { asOf, figures, lists }]) =>
    figureNames.flatMap((name): Violation[] => {
      const expected = record.dossiers
        .filter((one) => counts[name](one, unit, asOf))
        .map((dossier) => idOf(dossier) ?? dossier.key);
      const place = `${unit} · ${name}`;
      return [
        ...(figures[name] === expected.length
          ? []
          : [{ promise: 'figure' as const, what: `${place}: shown ${figures[name]}, counted ${expected.length}` }]),
        ...compare(lists[name], expected).map((what) => ({ promise: 'list' as const, what: `${place}: ${what}` })),
      ];
    }),
  );
};

function compare(listed: readonly string[], expected: readonly string[]): string[] {
  const [there, wanted] = [new Set(listed), new Set(expected)];
  return [
    ...[...wanted].filter((id) => !there.has(id)).map((id) => `${id} is missing`),
    ...[...there].filter((id) => !wanted.has(id)).map((id) => `${id} does not belong`),
    ...(there.size === listed.length ? [] : [`${listed.length - there.size} twice`]),
  ];
}
