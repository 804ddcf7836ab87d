import { describe, expect, it } from '@jest/globals';
import { type ServerStatus, summarize } from './stack-status.ts';

const server = (name: string, state: ServerStatus['state'], ...reasons: string[]): ServerStatus => ({
  name,
  state,
  reasons,
  url: 'http://127.0.0.1:1',
  pid: 1,
  rssBytes: undefined,
  uptimeSeconds: undefined,
});
const allReady = [server('postgres', 'given'), server('gateway', 'ready')];
const loaded = { store: 's', scenarioLoadedAt: '2026-01-05T08:00:00Z', documentsLoadedAt: '2026-01-05T08:00:20Z' };
const projected = { ...loaded, projectedAt: '2026-01-05T08:00:30Z' };

describe('summarize', () => {
  it('is ready when all servers are and the scenario is projected', () => {
    const { ready, reasons, scenario } = summarize({ phase: 'running', scenario: 'on' }, allReady, projected, 12);
    expect({ ready, reasons, scenario }).toEqual({ ready: true, reasons: [], scenario: { state: 'projected', lag: 12 } });
  });

  it('names each server that is not ready, with its reasons', () => {
    const servers = [...allReady, server('kpi-aggregator', 'not-ready', 'database: gone', 'topic: missing')];
    const { ready, reasons } = summarize({ phase: 'running', scenario: 'on' }, servers, projected, 0);
    expect({ ready, reasons }).toEqual({ ready: false, reasons: ['kpi-aggregator: database: gone; topic: missing'] });
  });

  it('waits for the scenario to be loaded, and then to be projected', () => {
    const of = (record: Parameters<typeof summarize>[2]) =>
      summarize({ phase: 'running', scenario: 'on' }, allReady, record, 0).reasons;
    expect(of(undefined)).toEqual(['The scenario is not loaded yet.']);
    expect(of(loaded)).toEqual(['The scenario is not projected yet.']);
  });

  it('is not ready without what was digitized of the scenario, also where an earlier version had all of it projected', () => {
    const { documentsLoadedAt: _, ...earlier } = projected;
    const { ready, reasons, scenario } = summarize({ phase: 'running', scenario: 'on' }, allReady, earlier, 0);
    expect({ ready, state: scenario.state }).toEqual({ ready: false, state: 'loaded' });
    expect(reasons).toEqual([
      'What was digitized of the scenario is not loaded: the next start tries it, `motcua reset` begins anew.',
    ]);
  });

  it('asks for no scenario where it was switched off', () => {
    const { ready, scenario } = summarize({ phase: 'running', scenario: 'off' }, allReady, undefined, 90_000);
    expect({ ready, state: scenario.state }).toEqual({ ready: true, state: 'off' });
  });

  it('is not ready while the projection lags far behind', () => {
    const { reasons } = summarize({ phase: 'running', scenario: 'on' }, allReady, projected, 20_000);
    expect(reasons).toEqual(['The projection is 20000 events behind.']);
  });

  it('is not ready while the stack still starts', () => {
    expect(summarize({ phase: 'starting', scenario: 'off' }, allReady, undefined, 0).reasons).toEqual(['The stack is starting.']);
  });
});
