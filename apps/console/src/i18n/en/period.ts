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
  wrongOrder: 'The first day must come before the last.',
};
