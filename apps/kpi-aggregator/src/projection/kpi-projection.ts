import { peekDossierEvent, type EventLabel } from '@motcua/contracts';
import {
  deadLetter,
  ok,
  toReason,
  type ApplyContext,
  type BatchItem,
  type IncomingMessage,
  type StepResult,
} from '@motcua/kafka';
import type { DossierEvent } from '../events/dossier-event.ts';
import { parseDossierEvent } from '../events/parse-dossier-event.ts';

import { pickNewest } from './pick-newest.ts';

/** Names the projection in `consumer_offset` and `dlq_event`, and its consumer group. */
export const PROJECTION = 'kpi';

/** An event by its label; `event` where it had to be parsed to get it. */
export interface LabelledEvent extends EventLabel {
  readonly event?: DossierEvent;
}

/** What a message is: an event to project, or poison with the reason. Parsing is left for `readEvents` where the label can be read. */
export function stepDossierEvent({ value }: Pick<IncomingMessage, 'value'>): StepResult<LabelledEvent> {
  if (value === null) return deadLetter('the message has no value', 'parse');
  const label = peekDossierEvent(value);
  if (label !== undefined) return ok(label);
  try {
    const event = parseDossierEvent(value.toString());
    return ok({ dossierId: event.dossierId, version: event.version, moves: event.moves, event });
  } catch (error) {
    return deadLetter(toReason(error), 'parse');
  }
}

/**
 * The events of a batch that matter, parsed: most of a backlog is overtaken by a newer state of the same dossier in the same batch
 * and never looked at again. What cannot be parsed is parked; the batch then comes again without it, and what it had overtaken is looked at
 * after all. Until then there is nothing to project.
 */
export function readEvents(
  items: readonly BatchItem<LabelledEvent>[],
  { park }: Pick<ApplyContext, 'park'>,
): readonly DossierEvent[] {
  const events: DossierEvent[] = [];
  let isWhole = true;
  for (const item of pickNewest(items)) {
    try {
      events.push(item.value.event ?? parseDossierEvent(item.message.value?.toString() ?? ''));
    } catch (error) {
      isWhole = false;
      park(item, toReason(error), 'parse');
    }
  }
  return isWhole ? events : [];
}
