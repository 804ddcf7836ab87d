import { findDigitizationEventName, type DigitizationEvent as PublishedEvent, type FieldReader } from '@motcua/contracts';
import { toDocuments, type Documents } from '@motcua/indicators';
import { readEnrichmentEvent, type EnrichmentEvent, type Overrides } from './enrichment-event.ts';

/** What the projection takes from any digitization event: the documents as they are after it. */
export interface DigitizationEvent extends EnrichmentEvent {
  /** Grows with every digitization event of the dossier. */
  readonly digitizationVersion: number;
  readonly documents: Documents;
}

/** The documents in a published digitization event: each type carries all of them. Throws an Error that says what is wrong. */
export function readDigitizationEvent(event: FieldReader<PublishedEvent>): DigitizationEvent {
  const type = event.text('type');
  if (findDigitizationEventName(type) === undefined) throw new Error('type is no digitization event of version 1');
  const data = event.object('data');
  return {
    ...readEnrichmentEvent(data.only<keyof Overrides>()),
    digitizationVersion: data.positive('digitizationVersion'),
    documents: readDocuments(data),
  };
}

function readDocuments(data: FieldReader<PublishedEvent['data']>): Documents {
  const components = data.object('components');
  return toDocuments({
    asked: components.count('asked'),
    missing: components.count('missing'),
    reused: data.count('reusedCount'),
    resultPrescribed: data.flag('resultPrescribed'),
    resultDigitized: data.flag('resultDigitized'),
    // Before signatures were looked at, an event said only that there was one.
    resultSigned: data.has('signatures') && data.flag('resultSigned'),
    isDigitized: data.flag('isDigitized'),
  });
}
