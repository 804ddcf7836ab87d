import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IncomingMessage } from '../client/kafka-client.port.ts';
import { controlHeader } from '../projection/control-record.ts';
import { deadLetter, ok, skip, type StepResult } from '../projection/step-result.ts';
import { toDigest } from '../offsets/source-agreement.ts';
import { createMessage } from '../testing/incoming-message.builder.ts';
import { defaultFuseLimits, intactFuse } from './fuse.ts';
import { holdBack, planChunk, watchPlan } from './plan-chunk.ts';

const step = (message: IncomingMessage): StepResult<string> => {
  const text = message.value?.toString() ?? '';
  if (text === 'bug') throw new Error('boom');
  if (text === 'bad') return deadLetter('not a number', 'parse');
  return text === 'old' ? skip('seen before') : ok(text);
};
const toMessages = (values: readonly string[], keys: readonly string[] = []) =>
  values.map((value, index) => createMessage({ offset: BigInt(index), value, key: keys[index] ?? null }));

describe('planChunk', () => {
  it('sorts messages by result and takes a throwing step as a dead letter', () => {
    const messages = toMessages(['1', 'bad', 'old', 'bug', 'old', '2']);
    expect(planChunk({ step }, messages)).toEqual({
      items: [
        { message: messages[0], value: '1' },
        { message: messages[5], value: '2' },
      ],
      parkings: [
        { message: messages[1], reason: 'not a number', step: 'parse' },
        { message: messages[3], reason: 'boom', step: 'step' },
      ],
      skipped: new Map([['seen before', 2]]),
    });
  });

  it('passes over control records unread, unless the projection takes them', () => {
    const control = createMessage({ value: 'bug', headers: { [controlHeader]: 'progress' } });
    expect(planChunk({ step }, [control])).toEqual({ items: [], parkings: [], skipped: new Map([['control record', 1]]) });
    const taking = { step: () => ok('taken'), takesControl: true };
    expect(planChunk(taking, [control]).items).toEqual([{ message: control, value: 'taken' }]);
  });

  it('passes over what the database has lost, and not what lies at its offset in a log that lost its end', () => {
    const messages = toMessages(['lost', 'kept', 'anew']);
    const orphaned = new Map([
      [0n, toDigest(Buffer.from('lost'))],
      [2n, toDigest(Buffer.from('another'))],
    ]);
    const plan = planChunk({ step }, messages, { orphaned });
    expect(plan.items.map(({ value }) => value)).toEqual(['kept', 'anew']);
    expect(plan.skipped).toEqual(new Map([['lost by the database', 1]]));
  });

  it('parks what is known to be poison', () => {
    const messages = toMessages(['1', '2']);
    expect(
      planChunk({ step }, messages, { poison: new Map([[1n, { reason: 'out of range', step: 'apply' }]]) }).parkings,
    ).toEqual([{ message: messages[1], reason: 'out of range', step: 'apply' }]);
  });
});

describe('holdBack', () => {
  it('never applies a message behind a parked one of its key', () => {
    const kinds = fc.array(fc.record({ value: fc.constantFrom('1', 'bad', 'old'), key: fc.constantFrom('a', 'b', 'c') }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(kinds, fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), (them, held) => {
        const messages = toMessages(
          them.map(({ value }) => value),
          them.map(({ key }) => key),
        );
        const plan = planChunk({ step }, messages);
        const { items, parkings } = holdBack(plan, new Set(held));
        expect(items.length + parkings.length).toBe(plan.items.length + plan.parkings.length);
        for (const { message } of items) {
          const key = message.key?.toString() ?? '';
          expect(held).not.toContain(key);
          expect(
            parkings.some((parking) => parking.message.key?.toString() === key && parking.message.offset < message.offset),
          ).toBe(false);
        }
      }),
    );
  });
});

describe('watchPlan', () => {
  it('tells why the fuse is blown', () => {
    const plan = planChunk({ step }, toMessages(Array.from({ length: 150 }, () => 'bad')));
    expect(watchPlan(intactFuse, plan, defaultFuseLimits).blown).toBe('100 dead letters in a row');
  });

  it('does not count messages that only wait behind a parked one', () => {
    const messages = toMessages(
      Array.from({ length: 150 }, () => '1'),
      Array.from({ length: 150 }, () => 'a'),
    );
    const held = holdBack(planChunk({ step }, messages), new Set(['a']));
    expect(held.parkings).toHaveLength(150);
    expect(watchPlan(intactFuse, held, defaultFuseLimits)).toEqual({ fuse: intactFuse, blown: undefined });
  });
});
