/** Of one moment, in this order. */
const streams = ['dossier', 'overdue-cause', 'documents'] as const;

interface Placed {
  readonly stream: (typeof streams)[number];
  /** Its number in the stream. */
  readonly version: number;
  readonly recordedAt: number;
}

/**
 * Events of one dossier as they were recorded: each stream by its own number, whatever clocks said, and of the streams' next events always the one that was
 * recorded first. One comparison of any two events could not say so: clocks that disagree would make it circular, and the order one of chance.
 */
export function toRecordingOrder<Event extends Placed>(events: readonly Event[]): readonly Event[] {
  const waiting = streams.map((name) =>
    events.filter(({ stream }) => stream === name).sort((one, other) => one.version - other.version),
  );
  const ordered: Event[] = [];
  for (;;) {
    const event = waiting.reduce<Event[]>(withFirst, []).shift();
    if (event === undefined) return ordered;
    ordered.push(event);
  }
}

/** Of two streams the one whose next event was recorded first; of one moment the former. */
function withFirst<Event extends Placed>(one: Event[], other: Event[]): Event[] {
  const [mine] = one;
  const [theirs] = other;
  if (mine === undefined) return other;
  return theirs !== undefined && theirs.recordedAt < mine.recordedAt ? other : one;
}
