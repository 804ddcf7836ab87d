import type { DossierEventName } from '../vocabulary.ts';
import type { DossierStatus } from '../state/dossier.ts';
import { statusCodes } from './status-codes.ts';
import { statusTable } from './status-table.ts';

/** The status table as a Markdown page: one row an event, one column a status. */
export function toStatusTableMarkdown(): string {
  const statuses = Object.keys(statusTable) as DossierStatus[];
  const events = Object.keys(statusTable.none) as DossierEventName[];
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    '# Which event may happen in which status',
    '',
    'Printed from `libs/dossier/src/status/status-table.ts`; a test compares the two. The numbers are the national status codes.',
    'The table holds for live commands. Events that a legacy system reports are taken in any status and flagged where they surprise.',
    '',
    row(['event', ...statuses.map(toHeading)]),
    row(['---', ...statuses.map(() => ':-:')]),
    ...events.map((event) => row([`\`${event}\``, ...statuses.map((status) => (statusTable[status][event] ? '✓' : ''))])),
    '',
  ].join('\n');
}

const toHeading = (status: DossierStatus): string => (status === 'none' ? '–' : `${status} (${String(statusCodes[status])})`);
