import type { BacklogLine, BacklogPage, DossierPage, DossierView } from '@motcua/contracts';
import type { Office } from '../documents/office.ts';

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

/** A returned dossier that nobody has rated. */
export async function findUnrated(office: Office, unit: string): Promise<string> {
  const returned = await office.get<DossierPage>('/v1/dossiers', { unit, status: '10', limit: '500' });
  for (const { dossierId } of returned.dossiers) {
    const answer = await office.send('POST', `/v1/dossiers/${dossierId}/rating-token`, {});
    if (answer.status === 201) return dossierId;
  }
  throw new Error(`Every dossier that ${unit} has returned is rated already.`);
}
