import { describe, expect, it } from '@jest/globals';
import { readAlerts, readEvents } from './read-log.ts';
import type { TopicRecord } from './topic-reader.ts';

const toRecord = (value: unknown): TopicRecord => ({
  partition: 0,
  offset: 0,
  key: null,
  value: typeof value === 'string' ? value : JSON.stringify(value),
});
const toEvent = (type: string, data: object) => toRecord({ specversion: '1.0', id: 'e1', type, data });

describe('the log as a client reads it', () => {
  it('has events of dossiers by their short names', () => {
    const data = { dossierId: 'd1', sourceCode: null, dossierVersion: 3 };
    expect(readEvents([toEvent('vn.motcua.dossier.supplement-requested.v1', data)])).toEqual([
      { dossierId: 'd1', sourceCode: null, version: 3, event: 'supplement-requested' },
    ]);
  });

  it('passes over what nobody can read, for the campaign itself puts it there', () => {
    expect(readEvents([toRecord('{'), toRecord('null'), toEvent('vn.motcua.dossier.received.v1', {})])).toEqual([]);
    expect(readAlerts([toRecord('{'), toRecord('null')])).toEqual([]);
  });

  it('has warnings and breaches, and leaves out what else the clocks say', () => {
    const moment = '2026-11-30T09:00:00+07:00';
    const data = { dossierId: 'd1', clock: 'dossier', generation: 1, rung: 'breach', due: moment, firedAt: moment };
    const records = [toEvent('vn.motcua.sla.breached.v1', data), toEvent('vn.motcua.sla.overdue-judged.v1', data)];
    expect(readAlerts(records)).toMatchObject([{ id: 'e1', kind: 'breached', step: 'breach', due: Date.parse(moment) }]);
  });
});
