import { findDossierEventName, peekDossierEvent } from '@motcua/contracts';

/**
 * Whether an event says when responsibility moved, or that it did not: no later one repeats that, and applied without it a later one would
 * move the past to the wrong unit. Of what cannot be told to be another kind it is taken to be so.
 */
export function mayMove(value: Buffer | null): boolean {
  if (value === null) return true;
  const label = peekDossierEvent(value);
  if (label !== undefined) return label.moves;
  try {
    return mayMoveByType(JSON.parse(value.toString()) as unknown);
  } catch {
    return true;
  }
}

/** The same of an event that is parsed. */
export function mayMoveByType(event: unknown): boolean {
  const type = typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined;
  const name = typeof type === 'string' ? findDossierEventName(type) : undefined;
  return name === undefined || name === 'reassigned' || name === 'reverted';
}
