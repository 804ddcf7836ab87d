import type { TopicRecord } from '../observe/topic-reader.ts';

/** By which the drill knows its own: records that nobody can read. */
export const toPoisonKey = (index: number): string => `poison-${index}`;
const isPoison = ({ key }: Pick<TopicRecord, 'key'>): boolean => key?.startsWith('poison-') === true;

/**
 * The last records of a topic, to be written once more. Without the poison of an earlier schedule: it would be parked again, nobody would drop it, and
 * nothing could be compared any more.
 */
export const chooseCopies = <Copied extends Pick<TopicRecord, 'key'>>(records: readonly Copied[], most: number): Copied[] =>
  records.filter((record) => !isPoison(record)).slice(-most);
