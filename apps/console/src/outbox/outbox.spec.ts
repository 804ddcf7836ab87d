import { describe, expect, it } from '@jest/globals';
import { ApiProblem, Unreachable } from '../api/problem.ts';
import { sendAll, sendKept, type CommandStore, type Send, type WaitingCommand } from './outbox.ts';

const command = (id: string): WaitingCommand => ({ id, key: `key-${id}`, path: '/v1/dossiers', body: { id }, label: id });

function createStore(...waiting: WaitingCommand[]): CommandStore & { ids(): Promise<string[]> } {
  const kept = new Map(waiting.map((one) => [one.id, one]));
  return {
    keep: (one) => Promise.resolve(void kept.set(one.id, one)),
    drop: (id) => Promise.resolve(void kept.delete(id)),
    list: () => Promise.resolve([...kept.values()]),
    ids: () => Promise.resolve([...kept.values()].map(({ id, refused }) => (refused === undefined ? id : `${id} refused`))),
  };
}

/** A server that remembers keys, behind a network that fails as told: before the request arrives, or on its way back. */
function createServer(failures: ('lost' | 'answer lost' | undefined)[]) {
  const taken = new Map<string, number>();
  const send: Send = ({ key }) => {
    const failure = failures.shift();
    if (failure === 'lost') return Promise.reject(new Unreachable());
    if (!taken.has(key)) taken.set(key, taken.size + 1);
    return failure === 'answer lost' ? Promise.reject(new Unreachable()) : Promise.resolve(taken.get(key));
  };
  return { send, taken };
}

describe('what waits for the network', () => {
  it('is sent once, whether the request or its answer was lost', async () => {
    const store = createStore(command('1'), command('2'));
    const { send, taken } = createServer(['lost', 'answer lost']);
    const answers: [string, unknown][] = [];
    const sendWaiting = () => sendAll(store, send, ({ id }, answer) => answers.push([id, answer]));
    await sendWaiting();
    expect([await store.ids(), taken.size]).toEqual([['1', '2'], 0]);
    await sendWaiting();
    expect([await store.ids(), taken.size]).toEqual([['1', '2'], 1]);
    await sendWaiting();
    expect([await store.ids(), answers]).toEqual([
      [],
      [
        ['1', 1],
        ['2', 2],
      ],
    ]);
  });

  it('stays with its refusal, is not sent again and holds up nothing', async () => {
    const store = createStore(command('1'), command('2'));
    const asked: string[] = [];
    const send: Send = ({ id }) => {
      asked.push(id);
      return id === '1' ? Promise.reject(new ApiProblem(422, { code: 'procedure.unknown' })) : Promise.resolve('ok');
    };
    await sendAll(store, send, () => undefined);
    await sendAll(store, send, () => undefined);
    expect([await store.ids(), asked]).toEqual([['1 refused'], ['1', '2']]);
  });

  it('waits on where the service is not there, or the session is over', async () => {
    for (const status of [401, 429, 502, 503]) {
      const store = createStore(command('1'));
      const sent = await sendKept(store, command('1'), () => Promise.reject(new ApiProblem(status, {})));
      expect([sent.kind, await store.ids()]).toEqual(['waiting', ['1']]);
    }
  });
});
