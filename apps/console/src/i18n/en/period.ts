import type { period as vi } from '../vi/period.ts';

export const period: typeof vi = {
  title: 'Period',
  thisMonth: 'This month',
  thisQuarter: 'This quarter',
  thisYear: 'This year',
  lastYear: 'Last year',
  other: 'Another…',
  from: 'First day',
  to: 'Last day',
  apply: 'Show this period',
  cancel: 'Cancel',
  nothingIn: 'There are no figures of {{period}}: no dossier was received or finished.',
  nothingInYear: 'There are no figures of {{year}} yet: no dossier was received or finished.',
  nearest: 'The nearest period with figures: {{period}}',
  openNearest: 'Open it',
  wrongOrder: 'The first day must come before the last.',
};
