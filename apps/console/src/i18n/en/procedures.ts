import type { Words } from '../vi/index.ts';

export const procedures: Words['procedures'] = {
  title: 'Procedures',
  help: 'Search needs no accents, and words in any order. A name opens what is to be brought, and every version.',
  procedure: 'Procedure',
  field: 'Field',
  levels: 'Received at',
  limit: 'Limit',
  maxLimit: 'Longest limit',
  noLimit: 'none known',
  sameDay: 'the same day',
  limits: {
    'working-day': '{{number}} working days',
    'working-hour': '{{number}} working hours',
    'calendar-day': '{{number}} days',
  },
  limitUnits: { 'working-day': 'working days', 'working-hour': 'working hours', 'calendar-day': 'calendar days' },
  amount: 'Amount (0: the same day)',
  serviceLevel: 'Online service',
  serviceLevels: { full: 'full', partial: 'partial', none: 'none' },
  components: 'Documents to bring',
  componentsAbsent: 'Not listed; the paper file counts as one.',
  copies: '{{number}} copies',
  scans: { asked: 'scanned', exempt: 'not scanned' },
  results: 'Results',
  resultsAbsent: 'Not listed; one result counts.',
  steps: 'Steps',
};
