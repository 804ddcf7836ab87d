import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readDossierEvent } from '../dossier/dossier-event.ts';
import { readLogProgress } from '../dossier/log-progress.ts';
import { readSlaEvent } from '../sla/sla-event.ts';

const read = (type: string): Record<string, unknown> =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../__fixtures__/vn.motcua.${type}.v1.json`), 'utf8')) as Record<
    string,
    unknown
  >;
const toValue = (event: unknown): Buffer => Buffer.from(JSON.stringify(event));
const person = 'Bà Hoa 0912345678';

describe('a message through its contract', () => {
  it('is the event without what nobody knows here, and the body with it', () => {
    const received = { ...read('dossier.received'), weather: 'fine' };
    expect(readDossierEvent(toValue(received))).toEqual({
      kind: 'ok',
      value: { name: 'received', event: read('dossier.received'), body: received },
    });
  });

  it('is passed over where its type came later, or is of no use here and not even looked at', () => {
    const later = { ...read('dossier.received'), type: 'vn.motcua.dossier.celebrated.v1' };
    expect(readDossierEvent(toValue(later))).toEqual({ kind: 'skip', reason: 'another type' });
    const judged = { type: 'vn.motcua.sla.overdue-judged.v1' };
    expect(readSlaEvent(toValue(judged), { 'overdue-judged': 'tells nobody' })).toEqual({ kind: 'skip', reason: 'tells nobody' });
    expect(readSlaEvent(toValue(judged), {})).toMatchObject({ kind: 'dead-letter', step: 'validate' });
    expect(readLogProgress({ value: toValue({ type: 'vn.motcua.log.something.v1' }), offset: 7n })).toMatchObject({
      kind: 'skip',
    });
  });

  it('is nothing where a control record does not lie beyond what it lies behind: the log has lost its end', () => {
    const event = read('log.progress');
    const readAt = (offset: bigint, lastOffset?: string | null) =>
      readLogProgress({ value: toValue({ ...event, data: { ...(event['data'] as object), lastOffset } }), offset }).kind;
    expect([readAt(42n, '41'), readAt(41n, '41'), readAt(3n, '41')]).toEqual(['ok', 'skip', 'skip']);
    expect([readAt(0n, null), readAt(0n)]).toEqual(['ok', 'ok']);
  });

  it.each([
    ['nothing', null, 'the message has no value'],
    ['no JSON', Buffer.from(person), 'not JSON'],
    ['a text', toValue(person), 'the message is no JSON object with a type'],
    ['an object without a type', toValue({ data: person }), 'the message is no JSON object with a type'],
  ])('is wrong for good, by a reason that quotes nothing: %s', (_what, value, reason) => {
    for (const reading of [readDossierEvent(value), readSlaEvent(value, {}), readLogProgress({ value, offset: 7n })]) {
      expect(reading).toEqual({ kind: 'dead-letter', reason, step: 'parse' });
    }
  });

  it('is wrong for good where it breaks the contract, and names the field alone', () => {
    const event = read('dossier.received');
    const reading = readDossierEvent(toValue({ ...event, data: { ...(event['data'] as object), status: person } }));
    expect(reading).toMatchObject({ kind: 'dead-letter', step: 'validate', reason: expect.stringContaining('status') });
    expect(JSON.stringify(reading)).not.toMatch(/Hoa|0912345678/);
  });
});
