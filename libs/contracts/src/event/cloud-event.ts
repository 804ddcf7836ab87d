import { z } from 'zod';
import { IsoInstant } from '../instant.ts';

/** The attributes every CloudEvents 1.0 event has here, JSON structured mode. `(source, id)` is unique; `time` is when it happened. */
export const cloudEventAttributes = {
  specversion: z.literal('1.0').describe('CloudEvents version.'),
  id: z.string().min(1).max(200).describe('Unique within the source.'),
  source: z.string().min(1).max(200).describe('The system in which it happened, a URI reference.'),
  subject: z.string().min(1).max(200).optional().describe('What the event is about.'),
  time: IsoInstant.describe('When it happened (occurredAt).'),
  datacontenttype: z.literal('application/json').optional().describe('Always JSON.'),
  dataschema: z.string().optional().describe('The JSON Schema of the data.'),
};
