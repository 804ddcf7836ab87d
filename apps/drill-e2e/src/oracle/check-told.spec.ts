import { describe, expect, it } from '@jest/globals';
import type { LostEvent } from '../house/lost-events.ts';
import { ClientRecord } from '../record/client-record.ts';
import { checkTold } from './check-told.ts';

const record = new ClientRecord();
const counter = record.receive(
  { key: 'd1', isImport: false, code: null, receivedBy: 'xa-thanh-ba' },
  { version: 1, event: 'received' },
);
const imported = record.receive({ key: 'cd-2', isImport: true, code: null, receivedBy: 'xa-thanh-ba' }, undefined);
const since = [
  { dossier: counter, lost: [{ version: 2, event: 'supplement-requested' }] },
  { dossier: imported, lost: [{ version: 1, event: 'received' }] },
];
const idOf = ({ key, isImport }: { key: string; isImport: boolean }): string => (isImport ? 'd2' : key);
const told = (key: string, version: number, name: string): LostEvent => ({
  topic: 'dossier.events.v1',
  partition: 0,
  offset: '7',
  key,
  eventId: 'e',
  type: `vn.motcua.dossier.${name}.v1`,
  version,
});
const all = [told('d1', 2, 'supplement-requested'), told('d2', 1, 'received')];
const check = (listed: readonly LostEvent[]): string[] => checkTold(since, listed, idOf).map(({ what }) => what);

describe('checkTold', () => {
  it('says nothing where the list is the clients’ own', () => {
    expect(check(all)).toEqual([]);
  });

  it('names what is missing in the list, and what nobody has lost', () => {
    expect(check(all.slice(1))).toEqual(['d1: supplement-requested (version 2) is not told']);
    expect(check([...all, told('d1', 3, 'processed')])).toEqual(['d1: processed (version 3) is told']);
  });
});
