import type { Queryable } from '@motcua/postgres';
import type { BesideLogs } from '../fold-sql.ts';
import { causeLog, documentLog } from './enrichment-log.ts';
import { hasEnrichmentLog } from './has-enrichment-log.ts';

export const findBesideLogs = async (database: Queryable): Promise<BesideLogs> => ({
  causes: await hasEnrichmentLog(database, causeLog),
  documents: await hasEnrichmentLog(database, documentLog),
});
