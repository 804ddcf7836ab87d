import { requirePermission } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import type { OpenDossier } from '@motcua/contracts';
import { decide, isBackdated, isRefusal, noDossier, type DossierEvent, type OpenCommand } from '@motcua/dossier';
import type { ReferenceData, UnitOnDay } from '../reference/reference-data.ts';
import { contextForOpening } from './decision-contexts.ts';
import { createDossierId } from './dossier-id.ts';
import { toOwnOfficer } from './own-officer.ts';
import { intakeSource } from './publish-dossier.ts';
import { toMissingProblem, toRefusedProblem } from './refused.ts';
import { toMoment } from './to-change-command.ts';

/** What opening a dossier is decided from; nothing is written. */
export interface OpeningGround {
  readonly data: ReferenceData;
  readonly now: number;
}

/** @returns the event that opens the dossier, and its unit on that day. @throws ProblemError whatever opening it is refused for */
export function decideOpening(
  ground: OpeningGround,
  actor: Actor,
  body: OpenDossier,
): { readonly event: DossierEvent; readonly day: UnitOnDay } {
  const { data, now } = ground;
  const at = toMoment(body.occurredAt, now);
  const atMoment = resolve(ground, actor, body, at);
  requirePermission(actor, `dossiers.${body.action}`, atMoment.context.unit?.path ?? []);

  const officer = body.officer ?? toOwnOfficer(data, actor, atMoment.day);
  const command = toCommand(body, createDossierId(now), at, officer);
  const resolved = isBackdated(noDossier, command, atMoment.context) ? resolve(ground, actor, body, now) : atMoment;
  const decision = decide(noDossier, command, resolved.context);
  if (isRefusal(decision)) throw toRefusedProblem(decision);
  const [event] = decision;
  if (event === undefined || resolved.day === undefined) throw new Error('Opening a dossier decided nothing.');
  return { event, day: resolved.day };
}

function resolve({ data, now }: OpeningGround, actor: Actor, { unit, procedure, officer }: OpenDossier, at: number) {
  const resolved = contextForOpening(data, now, { unit, procedure, officer, at });
  if ('missing' in resolved) throw toMissingProblem(resolved);
  return { day: resolved.day, context: { ...resolved.context, actor: actor.sub } };
}

function toCommand(body: OpenDossier, id: string, occurredAt: number, officer: string | null): OpenCommand {
  const opened = { id, origin: intakeSource, channel: body.channel, officer, occurredAt };
  return body.action === 'submit' ? { type: 'submit', ...opened } : { type: 'receive', ...opened, limit: body.limit ?? null };
}
