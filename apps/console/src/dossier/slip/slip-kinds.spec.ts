import { describe, expect, it } from '@jest/globals';
import { dossierEventNames, slipEvents, toDossierEventType } from '@motcua/contracts';
import { toSlipKind } from './slip-kinds.ts';

describe('the slip of an event', () => {
  it('is there for exactly the steps for which the service has one', () => {
    const found = dossierEventNames.flatMap((name) => toSlipKind(toDossierEventType(name)) ?? []);
    expect([...found].sort()).toEqual([...slipEvents].sort());
  });
});
