import type { Words } from '../vi/index.ts';

export const calendars: Words['calendars'] = {
  title: 'Working calendars',
  help: 'A change moves the due moments of open dossiers: first see how many, then apply it.',
  calendar: 'Calendar',
  yearBefore: 'Year before',
  yearAfter: 'Year after',
  swap: 'Swap working days',
  off: 'Day off',
  worked: 'Worked for it (empty: no day)',
  why: 'Why',
  preview: 'Preview',
  apply: 'Apply',
  moves: '{{number}} dossiers would get another due moment',
  nothingMoves: 'No due moment would move.',
  unitMoves: '{{dossiers}} dossiers ({{earlier}} earlier, {{later}} later)',
  confirmed: 'Decided up to {{date}}. Same-day limits: after {{time}} the next working day.',
  kinds: { off: 'off', madeUp: 'made up', weekend: 'weekend', working: 'working' },
  week: { mon: 'Mo', tue: 'Tu', wed: 'We', thu: 'Th', fri: 'Fr', sat: 'Sa', sun: 'Su' },
  states: {
    planning: 'Looking for dossiers to re-date',
    applying: 'Re-dating',
    done: 'Re-dated',
    superseded: 'A newer version of the calendar is there',
  },
  moved: '{{done}} / {{planned}} dossiers',
};
