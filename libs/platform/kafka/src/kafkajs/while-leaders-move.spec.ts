import { expect, it } from '@jest/globals';
import { KafkaJSProtocolError } from 'kafkajs';
import { whileLeadersMove } from './while-leaders-move.ts';

const refuse = (type: string): KafkaJSProtocolError => Object.assign(new KafkaJSProtocolError(type), { type });

function createQuestion(...refusals: readonly string[]) {
  let asked = 0;
  return {
    count: () => asked,
    ask: () => {
      const type = refusals[asked];
      asked += 1;
      return type === undefined ? Promise.resolve('answer') : Promise.reject(refuse(type));
    },
  };
}

it('asks again while a partition changes its leader', async () => {
  const question = createQuestion('NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE');
  expect(await whileLeadersMove(question.ask)).toBe('answer');
  expect(question.count()).toBe(3);
});

it('passes every other refusal on at once', async () => {
  const question = createQuestion('TOPIC_AUTHORIZATION_FAILED');
  await expect(whileLeadersMove(question.ask)).rejects.toMatchObject({ type: 'TOPIC_AUTHORIZATION_FAILED' });
  expect(question.count()).toBe(1);
});
