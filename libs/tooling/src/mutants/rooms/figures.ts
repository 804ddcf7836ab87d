import type { Check, Mutant } from '../mutant.ts';

/** What is counted, and where. */
const figure = (spec: string): Check => ({ project: 'libs/indicators', kind: 'unit', spec });
const kpi = (spec: string): Check => ({ project: 'apps/kpi-aggregator', kind: 'unit', spec });

export const figures: readonly Mutant[] = [
  {
    name: 'midnight-belongs-to-both',
    bug: 'what is late from midnight on is late on the day before by dates too',
    invariant: 'number = list, at every midnight',
    file: 'libs/indicators/src/measures/contributions.ts',
    from: "return rule === 'date' || breach <= openFrom ? breach : breach - 1;",
    to: 'return breach <= openFrom ? breach : breach - 1;',
    check: figure('figures.spec'),
  },
  {
    name: 'end-leaves-overdue',
    bug: 'a dossier that ends stays in the stock of overdue ones',
    invariant: 'what has ended is open no more',
    file: 'libs/indicators/src/measures/contributions.ts',
    from: 'if (lastDay !== null) emit(index, lastDay, -1);',
    to: '',
    check: figure('figures.spec'),
  },
  {
    name: 'received-by-every-unit',
    bug: 'a dossier that moves counts as received by each unit it comes to',
    invariant: 'received once',
    file: 'libs/indicators/src/measures/membership.ts',
    from: 'return interval.isFirst && interval.openFrom >= start',
    to: 'return interval.openFrom >= start',
    check: figure('figures.spec'),
  },
  {
    name: 'nothing-divided-is-zero',
    bug: 'a rate of no dossier at all is 0 %',
    invariant: 'where there is nothing to divide by there is no figure',
    file: 'libs/indicators/src/definitions/figure.ts',
    from: 'value: denominator === 0 ? null : numerator / denominator',
    to: 'value: denominator === 0 ? 0 : numerator / denominator',
    check: figure('figures.spec'),
  },
  {
    name: 'late-is-who-is-there-now',
    bug: 'a cause is put on who has the dossier now, not on who had it when it became late',
    invariant: 'a unit answers for its own time',
    file: 'libs/indicators/src/intervals/attach-cause.ts',
    from: 'intervals.findLastIndex(({ openFrom }) => openFrom !== null && openFrom <= at)',
    to: 'intervals.findLastIndex(({ openFrom }) => openFrom !== null)',
    check: figure('overdue-cause.spec'),
  },
  {
    name: 'move-is-overtaken',
    bug: 'of a backlog the newest event of each dossier is looked at alone, though responsibility moved within it',
    invariant: 'a move takes effect at its own moment',
    file: 'apps/kpi-aggregator/src/consumers/on-dossier-event/pick-newest.ts',
    from: 'if (moves) moving.add(dossierId);',
    to: '',
    check: kpi('pick-newest.spec'),
  },
];
