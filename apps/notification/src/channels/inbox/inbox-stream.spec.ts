import { afterEach, expect, it } from '@jest/globals';
import type { InboxItem } from '@motcua/contracts';
import { SlowReader } from '@motcua/http/testing';
import { InboxStream } from './inbox-stream.ts';

let stream: InboxStream | undefined;
afterEach(() => stream?.close());

/** An inbox that grows by hand. */
function open() {
  const reader = new SlowReader();
  const inbox = { last: 0, reads: 0 };
  stream = new InboxStream(reader.response, {
    last: '0',
    read: (after) => {
      inbox.reads += 1;
      const numbers = Array.from({ length: inbox.last - Number(after) }, (_, index) => Number(after) + index + 1);
      const items = numbers.map((no) => ({ id: String(no) }) as InboxItem); // all that is looked at here
      return Promise.resolve({ last: String(inbox.last), unread: inbox.last, items });
    },
    onError: (error) => {
      throw error;
    },
  });
  const sent = () =>
    reader.written.flatMap((text) => {
      const data = /^data: (.*)$/m.exec(text)?.[1];
      return data === undefined ? [] : [(JSON.parse(data) as { items: { id: string }[] }).items.map(({ id }) => id)];
    });
  return { reader, inbox, sent, stream };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('sends a slow reader all that came in meanwhile at once, when he has taken what was on its way', async () => {
  const { reader, inbox, sent, stream: to } = open();
  reader.isFull = true;
  inbox.last = 1;
  to.poke();
  await settled();
  for (inbox.last = 2; inbox.last < 5; inbox.last += 1) to.poke();
  await settled();
  expect(sent()).toEqual([['1']]);
  reader.isFull = false;
  reader.emit('drain');
  await settled();
  expect(sent()).toEqual([['1'], ['2', '3', '4', '5']]);
});

it('sends nothing where nothing changed', async () => {
  const { inbox, sent, stream: to } = open();
  inbox.last = 2;
  to.poke();
  await settled();
  to.poke();
  await settled();
  expect(sent()).toEqual([['1', '2']]);
});
