import { afterEach, describe, expect, it } from '@jest/globals';
import { SlowReader } from '@motcua/http/testing';
import { EventStream } from './event-stream.ts';
import type { LiveState } from './live-board.ts';

const toState = (id: string): LiveState => ({ id, message: {} as LiveState['message'] });
const idsOf = ({ written }: SlowReader): string[] => written.flatMap((text) => /id: (.*)/.exec(text)?.slice(1) ?? []);

let stream: EventStream | undefined;
afterEach(() => stream?.close());

function open(lastId?: string): { reader: SlowReader; stream: EventStream } {
  const reader = new SlowReader();
  stream = new EventStream(reader.response, lastId);
  return { reader, stream };
}

describe('an event stream', () => {
  it('sends a snapshot first and changes after it', () => {
    const { reader, stream: to } = open();
    to.send(toState('a'));
    to.send(toState('b'));
    expect(reader.written.slice(1).map((text) => text.split('\n')[0])).toEqual(['event: snapshot', 'event: change']);
  });

  it('sends a slow reader the newest state, and none of those between', () => {
    const { reader, stream: to } = open();
    reader.isFull = true;
    for (const id of ['a', 'b', 'c', 'd']) to.send(toState(id));
    reader.isFull = false;
    reader.emit('drain');
    expect(idsOf(reader)).toEqual(['a', 'd']);
  });

  it('sends nothing that the reader has seen before the break', () => {
    const { reader, stream: to } = open('a');
    to.send(toState('a'));
    to.send(toState('b'));
    expect(idsOf(reader)).toEqual(['b']);
  });
});
