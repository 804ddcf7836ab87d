import { describe, expect, it } from '@jest/globals';
import { DigitizationEvent, digitizationEventNames } from '@motcua/contracts';
import { createDigitization } from '../../testing/digitization.builder.ts';
import { stepDigitizationEvent } from './step-digitization-event.ts';

const documents = { components: ['scanned', 'reused', 'missing', 'exempt'], results: ['scanned'] } as const;
const event = createDigitization(documents, { digitizationVersion: 3 });
const step = (value: string | null) => stepDigitizationEvent({ value: value === null ? null : Buffer.from(value) });

describe('stepDigitizationEvent', () => {
  it('takes from a published event what is counted', () => {
    expect(DigitizationEvent.safeParse(JSON.parse(event.value)).error).toBeUndefined();
    expect(step(event.value)).toEqual({
      kind: 'ok',
      value: {
        dossierId: event.key,
        digitizationVersion: 3,
        documents: {
          isDigitized: false,
          asksComponents: true,
          hasComponents: false,
          prescribesResult: true,
          hasResult: true,
          hasSignedResult: false,
          reusesComponent: true,
        },
        responsibleUnit: { unit: 'commune', path: ['province', 'district', 'commune'], kind: 'commune' },
        timeZone: 'Asia/Ho_Chi_Minh',
        procedure: '1.001193',
        field: 'ho-tich',
      },
    });
  });

  it.each(digitizationEventNames)('takes %s, for each event carries all of it', (name) => {
    expect(step(createDigitization(documents, {}, name).value)).toMatchObject({ kind: 'ok', value: { digitizationVersion: 1 } });
  });

  it('asks for nothing where everything is exempt, and is digitized by its result', () => {
    expect(step(createDigitization({ components: ['exempt'] }).value)).toMatchObject({
      value: { documents: { asksComponents: false, hasComponents: true, isDigitized: true, reusesComponent: false } },
    });
  });

  it.each([
    ['nothing', null, 'the message has no value'],
    ['no JSON', '{', 'JSON'],
    ['no event', '{"data":{}}', 'type is not a text'],
    ['another version', event.value.replace('digitized.v1', 'digitized.v2'), 'is no digitization event of version 1'],
    ['a count that is none', event.value.replace('"asked":3', '"asked":-3'), 'data.components.asked is not a number from 0'],
    ['no flag', event.value.replace('"isDigitized":false', '"isDigitized":null'), 'data.isDigitized is not true or false'],
    ['version 0', event.value.replace('"digitizationVersion":3', '"digitizationVersion":0'), 'is not a number from 1'],
  ])('refuses %s and says so', (_what, value, reason) => {
    const refused = step(value);
    expect([refused.kind, refused.kind === 'dead-letter' && refused.reason]).toEqual([
      'dead-letter',
      expect.stringContaining(reason),
    ]);
  });
});
