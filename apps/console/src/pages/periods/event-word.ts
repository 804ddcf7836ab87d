import type { LaterEvent } from '@motcua/contracts';
import type { Words } from '../../i18n/vi/index.ts';

type EventWord = keyof Words['closes']['events'];

const named = [
  'received',
  'corrected',
  'reverted',
  'reassigned',
  'redated',
  'processed',
  'returned',
  'stopped',
  'extended',
] as const;

/** How an officer calls what was done; an event that has no word of its own changed the dossier. */
export function toEventWord({ stream, type }: Pick<LaterEvent, 'stream' | 'type'>): EventWord {
  if (stream === 'overdue-cause') return 'cause';
  if (stream === 'documents') return 'documents';
  return named.find((word) => type === `vn.motcua.dossier.${word}.v1`) ?? 'other';
}
