import type { lookUp as vi } from '../vi/look-up.ts';

export const lookUp: typeof vi = {
  title: 'Look up',
  help: 'Type the whole code, the code in the source system, a telephone number or an ID number. Numbers of applicants do not stay in the address.',
  label: 'Dossier code, telephone number or ID number',
  search: 'Search',
  begin: 'Type a code or a number to search.',
  none: 'No dossier within your reach was found. Check each digit; only whole numbers are searched for.',
  count: '{{number}} dossiers',
  most: 'The newest 100 are shown.',
  sayWhy: 'Choose why; the reason is kept in the audit log.',
  reason: 'Why',
  reasons: {
    'citizen-asks': 'A citizen asks',
    handling: 'Working on their dossier',
    complaint: 'A complaint',
    supervision: 'Supervision',
    support: 'Mending a fault',
  },
};
