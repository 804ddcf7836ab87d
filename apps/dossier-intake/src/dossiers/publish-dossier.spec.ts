import { beforeEach, describe, expect, it } from '@jest/globals';
import { dossierEventSchemas, findDossierEventName, peekDossierEvent } from '@motcua/contracts';
import { decide, evolve, isRefusal, noDossier, type Dossier, type DossierCommand } from '@motcua/dossier';
import { ReferenceCache } from '@motcua/reference';
import { toReferenceRecord } from '@motcua/contracts/testing';
import fc from 'fast-check';
import { beforeSwap } from '../calendar-change/late-swap.builder.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { fixtureDocuments } from '../testing/reference-fixture.ts';
import { contextForChange, contextForOpening } from './decision-contexts.ts';
import { toEventRow, type EventRow } from './event-row.ts';
import type { EventIdentity } from './publish-dossier.ts';

const id = '018f3a3c-0000-7000-8000-000000000001';
const now = Date.parse('2025-12-24T09:00:00+07:00');
const occurredAt = now;
const commands: readonly DossierCommand[] = [
  { type: 'receive', id, origin: 'intake', channel: 'in-person', officer: null, limit: null, occurredAt },
  { type: 'transfer', officer: 'nv-1', occurredAt },
  { type: 'request-supplement', reasonCode: 'missing-copy', occurredAt },
  { type: 'receive-supplement', occurredAt },
  { type: 'reassign', reasonCode: 'other', occurredAt },
  { type: 'process', occurredAt },
  { type: 'return', occurredAt },
];

let data: ReferenceData;
beforeEach(() => {
  data = new ReferenceData();
  const put = (...[kind, key, documents]: Parameters<typeof toReferenceRecord>) => {
    new ReferenceCache([kind], data).take(kind, key, toReferenceRecord(kind, key, documents).value);
  };
  for (const document of fixtureDocuments.units) put('units', document.code, [document]);
  for (const document of fixtureDocuments.procedures) put('procedures', document.code, [document]);
  for (const document of fixtureDocuments['rule-sets']) put('rule-sets', document.code, [document]);
  put('calendars', 'vn', [beforeSwap]);
});

function contextOf(dossier: Dossier) {
  const resolved =
    dossier.status === 'none'
      ? contextForOpening(data, now, { unit: 'dong-xuan', procedure: '1.000689', at: now })
      : contextForChange(data, now, dossier, { at: now, unit: 'khai-xuan' });
  if ('missing' in resolved) throw new Error(resolved.about);
  return resolved.context;
}

/** The rows of the event table that a dossier’s life leaves. */
function toRows({ source, id: eventId }: EventIdentity): readonly EventRow[] {
  const rows: EventRow[] = [];
  let dossier: Dossier = noDossier;
  for (const command of commands) {
    const events = decide(dossier, command, contextOf(dossier));
    if (isRefusal(events)) throw new Error(events.code);
    for (const event of events) {
      const after = evolve(dossier, event);
      if (after.status === 'none') throw new Error('an event has unmade the dossier');
      rows.push(toEventRow(event, after, { source, id: `${eventId}/${after.version}` }, 'nv-1'));
      dossier = after;
    }
  }
  return rows;
}

describe('an event as it is written', () => {
  it('keeps the contract of its type, with no field that it does not name', () => {
    for (const { body, type } of toRows({ source: 'urn:x', id: 'x' })) {
      const schema = dossierEventSchemas[findDossierEventName(type) ?? 'received'].strict();
      expect(schema.safeParse(JSON.parse(body))).toMatchObject({ success: true });
    }
  });

  it('names itself in its first bytes, where consumers look, and whatever a legacy system calls it', () => {
    const lure = fc.constantFrom('', '"type":"vn.motcua.dossier.reassigned.v1"', ',"data":{"dossierId":"');
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), lure, (text, bait) => {
        for (const { body, version, type } of toRows({ source: text + bait, id: bait + text })) {
          const label = peekDossierEvent(Buffer.from(body));
          const isLong = text.length + bait.length > 60;
          if (label !== undefined || !isLong)
            expect(label).toEqual({ dossierId: id, version, moves: type.includes('reassigned') });
        }
      }),
      { numRuns: 50 },
    );
  });
});
