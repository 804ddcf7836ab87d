import { toLocalDate } from '@motcua/calendar';
import type { KnownDossier } from '@motcua/dossier';
import { requireComponents } from '../desk-entries/require-components.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import { toMoment, type ActionRequest } from './to-change-command.ts';

/**
 * Papers that a supplement request asks for by code, or that come with a supplement, are those that the procedure asks for on the day of receipt.
 *
 * @throws ProblemError 422 naming the codes there are
 */
export function requirePapers(data: ReferenceData, dossier: KnownDossier, { action, body }: ActionRequest, now: number): void {
  const papers =
    action === 'request-supplement' ? body.desk?.papers : action === 'receive-supplement' ? body.desk?.handedIn : undefined;
  if (papers === undefined) return;
  const received = dossier.receipt?.at ?? toMoment(body.occurredAt, now);
  requireComponents(data, dossier.procedure, toLocalDate(dossier.setting.timeZone, received), papers);
}
