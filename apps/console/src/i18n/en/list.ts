import type { list as vi } from '../vi/list.ts';

export const list: typeof vi = {
  title: '{{name}}',
  help: 'The list behind the figure, at one and the same moment.',
  total: '{{number}} dossiers',
  loaded: '{{number}} fetched',
  empty: 'There is no dossier in this part of the figure.',
  columns: {
    code: 'Dossier',
    unit: 'Unit',
    procedure: 'Procedure',
    channel: 'Channel',
    received: 'Received',
    due: 'Due',
    ended: 'Ended',
    state: 'By its due',
  },
  channels: { 'in-person': 'in person', online: 'online', postal: 'by post' },
  parts: { numerator: 'numerator', denominator: 'denominator', rest: 'what is wanting', value: 'all' },
  part: 'Part',
  row: 'only {{name}}',
  allRows: 'show all',
  definition: 'How it is counted',
  formula: 'Formula',
  source: 'Source',
  handedOver: { in: 'Handed over to it in the period', out: 'Handed over by it in the period' },
  back: 'Back to the board',
};
