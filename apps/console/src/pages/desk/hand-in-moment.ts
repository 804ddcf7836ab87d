import type { DuePreview } from '@motcua/contracts';

/** Clocks of counters that are this near to the server’s are believed. */
const BELIEVED_MS = 60_000;

export interface Clocks {
  /** The last preview, whose moment is the server’s. */
  readonly preview: Pick<DuePreview, 'receivedAt'> | undefined;
  /** When it came, by this device’s clock. */
  readonly previewedAt: number;
  readonly now: number;
}

/**
 * The moment of a receipt, which must be said by whoever may have to send it again later. A clock that goes wrong by more than a minute is
 * set right by the server’s, as far as that is known.
 */
export function toHandInMoment({ preview, previewedAt, now }: Clocks): string {
  const skew = preview === undefined ? 0 : Date.parse(preview.receivedAt) - previewedAt;
  return new Date(Math.abs(skew) < BELIEVED_MS ? now : now + skew).toISOString();
}
