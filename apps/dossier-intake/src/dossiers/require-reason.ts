import { toLocalDate } from '@motcua/calendar';
import type { KnownDossier } from '@motcua/dossier';
import type { ReferenceData } from '../reference/reference-data.ts';
import { toRefusedProblem } from './refused.ts';
import { toMoment, type ActionRequest } from './to-change-command.ts';

/**
 * A command’s reason is one of the catalogue’s for that command and day: whatever else was written there would be published with the
 * event, and may name people.
 *
 * @throws ProblemError 422 naming the codes there are
 */
export function requireReason(data: ReferenceData, dossier: KnownDossier, { action, body }: ActionRequest, now: number): void {
  if (!('reasonCode' in body)) return;
  const date = toLocalDate(dossier.setting.timeZone, toMoment(body.occurredAt, now));
  const given = { command: action, code: body.reasonCode, text: body.reasonText, date };
  const refusal = data.getReasons().check(given);
  if (refusal !== undefined) throw toRefusedProblem(refusal);
}
