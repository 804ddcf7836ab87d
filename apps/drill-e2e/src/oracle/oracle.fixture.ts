import type { LoggedAlert, Observed } from '../observe/observed.ts';
import { ClientRecord } from '../record/client-record.ts';

const unit = 'xa-thanh-ba';
const due = Date.parse('2026-11-30T09:00:00+07:00');

const breach: LoggedAlert = {
  id: 'd3/dossier/1/breach',
  kind: 'breached',
  dossierId: 'd3',
  clock: 'dossier',
  generation: 1,
  step: 'breach',
  due,
  firedAt: due + 1_500,
};

/** A day of three dossiers: one open, one done and rated, one that was promised to somebody and is late. All is as it was promised. */
export function createDay(): { readonly record: ClientRecord; readonly observed: Observed } {
  const record = new ClientRecord();
  const receipt = { version: 1, event: 'received' };
  record.receive({ key: 'd1', isImport: false, code: 'H44.05-261130-0001', receivedBy: unit }, receipt);
  const done = record.receive({ key: 'd2', isImport: false, code: 'H44.05-261130-0002', receivedBy: unit }, receipt);
  record.acknowledge(done, { version: 2, event: 'processed' });
  done.endedAt = unit;
  done.files.push('abc');
  done.satisfied = true;
  const promise = { due, keptAt: undefined };
  record.receive({ key: 'cd-3', isImport: true, code: null, receivedBy: unit, promise }, receipt);
  const entry = { kind: 'mailboxes', unit, issued: 3, entitled: 7 };
  record.institutional.set(`mailboxes/${unit}`, entry);
  return {
    record,
    observed: {
      events: [
        { dossierId: 'd1', sourceCode: null, version: 1, event: 'received' },
        { dossierId: 'd2', sourceCode: null, version: 1, event: 'received' },
        { dossierId: 'd3', sourceCode: 'cd-3', version: 1, event: 'received' },
        { dossierId: 'd2', sourceCode: null, version: 2, event: 'processed' },
      ],
      alerts: [breach],
      boards: {
        [unit]: {
          asOf: due + 5_000,
          figures: { received: 3, finished: 1, open: 2, onTime: 1, overdue: 1 },
          lists: { received: ['d1', 'd2', 'd3'], finished: ['d2'], open: ['d1', 'd3'], onTime: ['d2'], overdue: ['d3'] },
        },
      },
      notices: [{ event: breach.id, recipient: 'staff:xa-thanh-ba.head' }],
      mails: [{ id: 'mail-1' }, { id: 'mail-2' }],
      files: { d2: ['abc'] },
      ratings: [{ dossierId: 'd2', satisfied: true }],
      institutional: { [`mailboxes/${unit}`]: entry },
      calendarChange: undefined,
      leaks: [],
    },
  };
}
