export const ndjsonContentType = 'application/x-ndjson';

/** Bodies that may be long: one JSON value a line, or CloudEvents. */
export const bulkContentTypes = [
  ndjsonContentType,
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
] as const;
