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

/**
 * An event, its attributes in the order of writing: the one place that does. In one piece, because every event of the log is made here, and
 * copying the attributes to add the data took longer than the attributes.
 */
export const toEnvelope = <Type extends string, Data>(
  order: AttributeOrder,
  type: Type,
  subject: string,
  { id, source, time }: EventOrigin,
  data: Data,
): Envelope<Type, Data> =>
  order === 'type-first'
    ? { specversion: '1.0', id, source, type, subject, time, datacontenttype: 'application/json', data }
    : { specversion: '1.0', id, source, subject, type, time, datacontenttype: 'application/json', data };

/** An event whose data is JSON already, and of whose text nothing need be parsed. */
export const joinToJson = (order: AttributeOrder, type: string, subject: string, origin: EventOrigin, data: string): string =>
  `${JSON.stringify(toEnvelope(order, type, subject, origin, undefined)).slice(0, -1)},"data":${data}}`;

/** The attributes of an event that is about nothing in particular. */
export const toHeadWithoutSubject = <Type extends string>(
  type: Type,
  { id, source, time }: EventOrigin,
): Omit<Envelope<Type, never>, 'subject' | 'data'> => ({
  specversion: '1.0',
  id,
  source,
  type,
  time,
  datacontenttype: 'application/json',
});
