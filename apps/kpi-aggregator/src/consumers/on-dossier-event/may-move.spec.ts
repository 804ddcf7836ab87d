import { describe, expect, it } from '@jest/globals';
import { createEvent, createSnapshot } from '../../testing/snapshot.builder.ts';
import { mayMove } from './may-move.ts';

const snapshot = createSnapshot();
const broken = (name: Parameters<typeof createEvent>[0]): Buffer =>
  Buffer.from(createEvent(name, snapshot).value.replace('"lateFrom":', '"lateFrom":"soon","was":'));

describe('an event that cannot be read', () => {
  it('is known by its type not to move responsibility', () => {
    expect([mayMove(broken('received')), mayMove(broken('transferred')), mayMove(broken('processed'))]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('may move it where it says so, where it takes something back, and where it does not tell what it is', () => {
    expect([mayMove(broken('reassigned')), mayMove(broken('reverted'))]).toEqual([true, true]);
    expect([mayMove(null), mayMove(Buffer.from('{')), mayMove(Buffer.from('{"type":"another"}'))]).toEqual([true, true, true]);
  });
});
