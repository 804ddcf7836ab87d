import { beforeEach, describe, expect, it } from '@jest/globals';
import { decide, evolve, isRefusal, noDossier, type DossierCommand, type Dossier, type KnownDossier } from '@motcua/dossier';
import { ReferenceCache } from '@motcua/reference';
import { toReferenceRecord } from '@motcua/contracts/testing';
import { afterSwap, beforeSwap } from '../calendar-change/late-swap.builder.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { fixtureDocuments } from '../testing/reference-fixture.ts';
import { contextForChange, contextForOpening } from './decision-contexts.ts';

const now = Date.parse('2025-12-25T16:00:00+07:00');
const receivedAt = Date.parse('2025-12-25T10:00:00+07:00');
let data: ReferenceData;
const put = (...[kind, code, documents]: Parameters<typeof toReferenceRecord>) => {
  new ReferenceCache([kind], data).take(kind, code, toReferenceRecord(kind, code, documents).value);
};

beforeEach(() => {
  data = new ReferenceData();
  for (const document of fixtureDocuments.units) put('units', document.code, [document]);
  for (const document of fixtureDocuments.procedures) put('procedures', document.code, [document]);
  for (const document of fixtureDocuments['rule-sets']) put('rule-sets', document.code, [document]);
  put('calendars', 'vn', [beforeSwap]);
});

const contextOf = (dossier: Dossier) => {
  const resolved =
    dossier.status === 'none'
      ? contextForOpening(data, now, { unit: 'dong-xuan', procedure: '1.000689', at: receivedAt })
      : contextForChange(data, now, dossier, { at: now });
  if ('missing' in resolved) throw new Error(resolved.about);
  return resolved.context;
};

/** Received with so many working days under the calendar before the swap, and what happened to it since. */
function dossierWith(days: number, ...commands: DossierCommand[]): KnownDossier {
  const receive: DossierCommand = {
    type: 'receive',
    id: '018f3a3c-0000-7000-8000-000000000001',
    origin: 'intake',
    channel: 'in-person',
    officer: null,
    limit: { amount: days, unit: 'working-day' },
    occurredAt: receivedAt,
  };
  let dossier: Dossier = noDossier;
  for (const command of [receive, ...commands]) {
    const decision = decide(dossier, command, contextOf(dossier));
    if (isRefusal(decision)) throw new Error(decision.code);
    dossier = decision.reduce(evolve, dossier);
  }
  if (dossier.status === 'none') throw new Error('It was received.');
  return dossier;
}

describe('the calendar of a change, once a swap was announced', () => {
  const versionFor = (dossier: KnownDossier): number => {
    put('calendars', 'vn', [beforeSwap, afterSwap]);
    return contextOf(dossier).calendar.version;
  };

  it('is the new version where that moves nothing that was promised', () => {
    expect(versionFor(dossierWith(4))).toBe(afterSwap.version);
    expect(versionFor(dossierWith(12))).toBe(afterSwap.version);
  });

  it('stays the old one where it would move a due moment: only `redated` does that', () => {
    expect(versionFor(dossierWith(5))).toBe(beforeSwap.version);
  });

  it('is the new version while a pause holds the due moments', () => {
    const paused = dossierWith(5, { type: 'request-supplement', reasonCode: 'missing-copy', occurredAt: now });
    expect(versionFor(paused)).toBe(afterSwap.version);
  });

  it('stays the old one for what has ended', () => {
    expect(versionFor(dossierWith(4, { type: 'process', occurredAt: now }))).toBe(beforeSwap.version);
  });
});
