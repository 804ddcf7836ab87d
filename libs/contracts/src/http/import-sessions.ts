import { z } from 'zod';
import { SessionEnd } from '../dossier/vocabulary.ts';
import { Code, IsoInstant } from '../instant.ts';

/** Header of `POST /v1/events` that names the session by which the events come. Without it they are live. */
export const importSessionHeader = 'Import-Session';

/** `POST /v1/import-sessions`: before a history is loaded. */
export const OpenImportSession = z
  .strictObject({
    source: z.string().min(1).max(200).describe('The system whose history is loaded, a URI reference.'),
    unit: Code.describe('The unit under which its dossiers lie.'),
  })
  .describe('Opens an import session.')
  .meta({ id: 'OpenImportSession' });
export type OpenImportSession = z.infer<typeof OpenImportSession>;

/** Answer of every call about a session. Nothing is told of its dossiers before it has ended. */
export const ImportSession = z
  .object({
    id: z.uuid().describe('Goes into the header Import-Session of its events.'),
    source: z.string().describe('The system whose history is loaded.'),
    unit: Code.describe('The unit under which its dossiers lie.'),
    openedBy: z.string().describe('Who opened it.'),
    openedAt: IsoInstant.describe('When it was opened.'),
    lastHeardAt: IsoInstant.describe('When events of it came last.'),
    endedAt: IsoInstant.nullable().describe('When it ended; null: it is open.'),
    endedBy: SessionEnd.nullable(),
    silenceMinutes: z.number().describe('After so long without events it ends as abandoned.'),
  })
  .describe('An import session.')
  .meta({ id: 'ImportSession' });
export type ImportSession = z.infer<typeof ImportSession>;

/** `GET /v1/import-sessions/{id}/clocks`: whether the clocks of a session's dossiers have been let go and told. */
export const ImportSessionClocks = z
  .object({
    session: z.uuid(),
    held: z.number().int().describe('Clocks that are held because the session has not ended, or has just ended.'),
    isSettled: z
      .boolean()
      .describe('The session has ended on every partition, no clock is held, and every cause that follows has been published.'),
  })
  .describe('The clocks of an import session.')
  .meta({ id: 'ImportSessionClocks' });
export type ImportSessionClocks = z.infer<typeof ImportSessionClocks>;
