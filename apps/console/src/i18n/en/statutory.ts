import type { Words } from '../vi/index.ts';

export const statutory: Words['statutory'] = {
  title: 'Statutory reports',
  form: 'Form',
  forms: { ii06a: 'II.06a – by field', ii06b: 'II.06b – by agency', ii06c: 'II.06c – by level' },
  number: 'Form {{number}}',
  asOf: 'as of {{at}}',
  behind: '{{number}} changes not read yet',
  no: 'No.',
  total: 'Total',
  inPeriod: 'In the period',
  groups: { received: 'Received', finished: 'Handled', open: 'In process' },
  handedOver:
    'Columns (6a), (6b): dossiers for which responsibility came or went in the period; (3) = (4) + (5) + (6) + (6a) − (6b) = (7) + (11).',
  none: 'There are no dossiers in this period.',
  open: '{{row}}, {{column}}: {{value}}, open the dossiers',
  help: 'A figure opens the dossiers of its cell. A file that is taken along ends with a check code: one that was changed does not match it.',
};
