import type { Check, Mutant } from '../mutant.ts';

/** Due moments: the arithmetic of the working calendar. */
const due = (spec: string): Check => ({ project: 'libs/calendar', kind: 'unit', spec });

export const calendar: readonly Mutant[] = [
  {
    name: 'pause-credited-twice',
    bug: 'each pause is given back twice',
    invariant: 'a due moment moves by the working time of its pauses, once',
    file: 'libs/calendar/src/due/apply-steps.ts',
    from: 'count.due = calendar.table.advance(count.due, calendar.table.workedBetween(from, to));',
    to: 'count.due = calendar.table.advance(count.due, 2 * calendar.table.workedBetween(from, to));',
    check: due('due/pauses.spec'),
  },
  {
    name: 'pause-after-due-counts',
    bug: 'a pause that begins after the due moment still moves it',
    invariant: 'what is late stays late',
    file: 'libs/calendar/src/due/apply-steps.ts',
    from: "if (!(from < count.due)) return 'after-due';",
    to: '',
    check: due('due/pauses.spec'),
  },
  {
    name: 'overlapping-pauses-both-count',
    bug: 'pauses that overlap are not put together',
    invariant: 'an hour that stood still stood still once',
    file: 'libs/calendar/src/due/prepare-pauses.ts',
    from: 'if (previous === undefined || pause.from > previous.to) merged.push(pause);',
    to: 'if (previous === undefined || pause.from >= previous.from) merged.push(pause);',
    check: due('due/pauses.spec'),
  },
  {
    name: 'holiday-is-worked',
    bug: 'a limit in calendar days ends on a day off',
    invariant: 'a due moment lies in working time',
    file: 'libs/calendar/src/due/count-limit.ts',
    from: 'return table.lastClose(table.workingDayFrom(day));',
    to: 'return table.lastClose(day);',
    check: due('due/due-moment'),
  },
  {
    name: 'extension-brings-forward',
    bug: 'an extension to an earlier moment shortens the promise',
    invariant: 'an extension never brings a due moment forward',
    file: 'libs/calendar/src/due/apply-steps.ts',
    from: 'if (!(extension.newDue <= before)) {',
    to: 'if (extension.newDue !== before) {',
    check: due('due/pauses.spec'),
  },
];
