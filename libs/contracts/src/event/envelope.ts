/** Who vouches for an event, and when it happened. `(source, id)` is unique. */
export interface EventOrigin {
  readonly id: string;
  readonly source: string;
  /** ISO 8601. */
  readonly time: string;
}

/** A CloudEvent as we write it. */
export interface Envelope<Type extends string, Data> {
  specversion: '1.0';
  id: string;
  source: string;
  type: Type;
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  data: Data;
}

/**
 * Which of two attributes a family has always written first. It says nothing to a reader of JSON; but an event is kept and compared to
 * the letter, so that it stays.
 */
export type AttributeOrder = 'type-first' | 'subject-first';

type Head<Type extends string> = Omit<Envelope<Type, never>, 'data'>;

/** The attributes, in the order of writing. The one place that does. */
export function toHead<Type extends string>(
  order: AttributeOrder,
  type: Type,
  subject: string,
  { id, source, time }: EventOrigin,
): Head<Type> {
  return order === 'type-first'
    ? { specversion: '1.0', id, source, type, subject, time, datacontenttype: 'application/json' }
    : { specversion: '1.0', id, source, subject, type, time, datacontenttype: 'application/json' };
}

/** An event whose data is JSON already, and of whose text nothing need be parsed. */
export const joinToJson = (head: object, data: string): string => `${JSON.stringify(head).slice(0, -1)},"data":${data}}`;

/** The attributes of an event that is about nothing in particular. */
export const toHeadWithoutSubject = <Type extends string>(
  type: Type,
  { id, source, time }: EventOrigin,
): Omit<Head<Type>, 'subject'> => ({ specversion: '1.0', id, source, type, time, datacontenttype: 'application/json' });
