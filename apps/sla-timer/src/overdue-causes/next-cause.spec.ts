import { describe, expect, it } from '@jest/globals';
import type { DossierRow } from '../dossiers/dossier-row.ts';
import { toNextCause } from './next-cause.ts';
import type { StoredCause } from './cause.store.ts';

const row = { dossierId: 'a', currentDue: 1_000 } as DossierRow;
const real = { cause: 'real', rule: 'nothing-excuses-it', explanation: {} } as const;
const lag = { cause: 'sync-lag', rule: 'ended-in-time-learnt-late', explanation: {} } as const;
const byHead: Partial<StoredCause> = { cause: 'waiting-citizen', rule: 'head', judgedBy: 'tp-1', reasonCode: 'away' };

describe('the next overdue cause', () => {
  const first = toNextCause(row, undefined, real, 5_000);

  it('is the first where the rules find a cause, and none where they do not', () => {
    expect(first).toMatchObject({ judgement: 1, cause: 'real', overdueSince: 1_000, judgedBy: 'rules', judgedAt: 5_000 });
    expect(toNextCause(row, undefined, null, 5_000)).toBeUndefined();
  });

  it('is none where the rules say again what they said', () => {
    expect(toNextCause(row, first, { ...real, explanation: { lateMinutes: 9 } }, 6_000)).toBeUndefined();
  });

  it('follows another cause or another due', () => {
    expect(toNextCause(row, first, lag, 6_000)).toMatchObject({ judgement: 2, cause: 'sync-lag' });
    expect(toNextCause({ ...row, currentDue: 2_000 }, first, real, 6_000)).toMatchObject({ judgement: 2, overdueSince: 2_000 });
  });

  it('leaves what a head said for ever, also where the end was moved into time or the due moment behind it', () => {
    const overrides = { ...first, ...byHead } as StoredCause;
    expect(toNextCause(row, overrides, real, 6_000)).toBeUndefined();
    expect(toNextCause(row, overrides, lag, 6_000)).toBeUndefined();
    expect(toNextCause(row, overrides, null, 6_000)).toBeUndefined();
    expect(toNextCause({ ...row, currentDue: 9_000 }, overrides, null, 6_000)).toBeUndefined();
  });

  it('is taken back where the dossier is not overdue after all', () => {
    const gone = toNextCause(row, first, null, 6_000);
    expect(gone).toMatchObject({ judgement: 2, cause: null, judgedBy: 'rules', reasonCode: null });
    expect(toNextCause(row, gone, null, 7_000)).toBeUndefined();
    expect(toNextCause(row, gone, real, 7_000)).toMatchObject({ judgement: 3, cause: 'real' });
  });
});
