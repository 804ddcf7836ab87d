import { describe, expect, it } from '@jest/globals';
import { ClientRecord } from './client-record.ts';

const receipt = { version: 1, event: 'received' };
const at = (key: string) => ({ key, isImport: false, code: null, receivedBy: 'xa-thanh-ba' });

describe('a record that comes back to a note', () => {
  it('has what it had then, and says what was acknowledged since', () => {
    const record = new ClientRecord();
    const early = record.receive(at('d1'), receipt);
    record.institutional.set('mailboxes/xa-thanh-ba', { issued: 3 });
    const note = record.note();

    record.acknowledge(early, { version: 2, event: 'processed' });
    early.endedAt = 'xa-thanh-ba';
    early.files.push('abc');
    record.receive(at('d2'), receipt);
    record.institutional.set('mailboxes/xa-thanh-ba', { issued: 4 });
    record.calendar = { id: 'vn', version: 8 };
    const lost = record.returnTo(note);

    expect(lost.map(({ dossier, lost: events }) => [dossier.key, events])).toEqual([
      ['d1', [{ version: 2, event: 'processed' }]],
      ['d2', [receipt]],
    ]);
    expect(record.dossiers).toEqual([{ ...note.dossiers.get(early) }]);
    expect(record.dossiers[0]).toBe(early);
    expect(early).toMatchObject({ acknowledged: [receipt], endedAt: undefined, files: [] });
    expect([...record.institutional.values(), record.calendar]).toEqual([{ issued: 3 }, undefined]);
  });

  it('comes back to the same note as often as one likes', () => {
    const record = new ClientRecord();
    const dossier = record.receive(at('d1'), receipt);
    const note = record.note();
    for (let round = 0; round < 2; round += 1) {
      record.acknowledge(dossier, { version: 2, event: 'processed' });
      expect(record.returnTo(note)).toHaveLength(1);
      expect(record.returnTo(note)).toEqual([]);
    }
  });
});
