import type { BacklogLine, BacklogPage, DossierView } from '@motcua/contracts';
import type { Office } from '@motcua/testing/stack';

/** A dossier that ended before a moment and of which nothing but its one result is still to scan. */
export async function findWithoutResult(office: Office, unit: string, endedBefore: string): Promise<BacklogLine> {
  let cursor: string | null = null;
  do {
    const page: BacklogPage = await office.get('/v1/backlog', { unit, limit: '1000', ...(cursor === null ? {} : { cursor }) });
    for (const line of page.dossiers) {
      if (line.missingComponents.length > 0 || line.missingResults.length !== 1) continue;
      const { dossier } = await office.get<DossierView>(`/v1/dossiers/${line.dossierId}`);
      if (dossier.endedAt !== null && Date.parse(dossier.endedAt) < Date.parse(endedBefore)) return line;
    }
    cursor = page.next;
  } while (cursor !== null);
  throw new Error(`${unit} has no dossier that ended before ${endedBefore} and lacks its result alone.`);
}
