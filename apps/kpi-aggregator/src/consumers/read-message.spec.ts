import { describe, expect, it } from '@jest/globals';
import { deadLetter } from '@motcua/kafka';
import { stepDigitizationEvent } from './on-digitization-event/step-digitization-event.ts';
import { stepDossierEvent } from './on-dossier-event/step-dossier-event.ts';
import { readMessage } from './read-message.ts';

const person = 'Bà Hoa 0912345678';
const steps = {
  readMessage: (value: Buffer) => readMessage<{ data: object }, never>({ value }, (event) => event.object('data') as never),
  dossier: (value: Buffer) => stepDossierEvent({ value }),
  digitization: (value: Buffer) => stepDigitizationEvent({ value }),
};

describe.each(Object.entries(steps))('the reason of a dead letter (%s)', (_name, step) => {
  it.each([
    ['no JSON', person],
    ['a text', JSON.stringify(person)],
    ['of no type of ours', JSON.stringify({ type: person })],
    ['with a wrong field', JSON.stringify({ type: 'vn.motcua.dossier.received.v1', data: person })],
  ])('never quotes what stood in a message: %s', (_what, value) => {
    const overdueCause = step(Buffer.from(value));
    expect(overdueCause.kind).toBe('dead-letter');
    expect(JSON.stringify(overdueCause)).not.toMatch(/Hoa|0912345678/);
  });

  it('says of what is no JSON that it is none', () => {
    expect(step(Buffer.from(person))).toEqual(deadLetter('not JSON', 'parse'));
  });
});
