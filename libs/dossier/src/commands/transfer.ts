import type { DecisionContext } from '../decision-context.ts';
import type { Transfer } from '../dossier-command.ts';
import { refuse } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import { findStranger } from './find-stranger.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';

/** Hands the dossier over. It changes who handles it and nothing else: not who answers for it, and no due moment. */
export function transfer(dossier: Dossier, command: Transfer, context: DecisionContext): Decision {
  if (context.unit === undefined) return refuse('unit.unknown');
  const toUnit = context.unit.code;
  if (dossier.status === 'in-process' && dossier.handlingUnit === toUnit && isSameOfficer(dossier.officer, command)) return [];
  const unlawful = findUnlawful(dossier, 'transferred', command.occurredAt, context);
  if (unlawful !== undefined || dossier.status === 'none') return unlawful ?? refuse('dossier.unknown');
  const stranger = findStranger(command.officer, context);
  if (stranger !== undefined) return stranger;
  const payload = { type: 'transferred', fromUnit: dossier.handlingUnit, toUnit, officer: command.officer } as const;
  return record(dossier, payload, command.occurredAt, context);
}

const isSameOfficer = (officer: string | null, command: Transfer): boolean =>
  command.officer === null || command.officer === officer;
