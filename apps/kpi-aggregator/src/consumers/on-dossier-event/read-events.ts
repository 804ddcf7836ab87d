import { toReason, type ApplyContext, type BatchItem } from '@motcua/kafka';
import { parseDossierEvent, type DossierEvent } from '../../events/dossier-event.ts';
import { pickNewest } from './pick-newest.ts';
import type { LabelledEvent } from './step-dossier-event.ts';

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
