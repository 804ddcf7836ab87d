import { expect } from '@jest/globals';
import { decide } from '../decide.ts';
import type { DecisionContext } from '../decision-context.ts';
import type { ChangeCommand, DossierCommand } from '../dossier-command.ts';
import type { LegacyEvent } from '../legacy/legacy-event.ts';
import { recordLegacy } from '../legacy/record-legacy.ts';
import type { Decision } from '../recording/record.ts';
import { isRefusal } from '../refusal/refusal.ts';
import { evolve } from '../state/evolve.ts';
import { noDossier, type Dossier, type KnownDossier } from '../state/dossier.ts';
import { at, context } from './decision-context.ts';

/** A command without its moment; the moment comes first, as on a time line. */
export type Untimed<Command> = Command extends unknown ? Omit<Command, 'occurredAt'> : never;
export type Moment = readonly [local: string, command: Untimed<DossierCommand>, more?: Partial<DecisionContext>];
export type LegacyMoment = readonly [
  local: string,
  event: Partial<LegacyEvent> & Pick<LegacyEvent, 'type'>,
  more?: Partial<DecisionContext>,
];

export const id = '018f3a3c-0000-7000-8000-000000000001';
export const received: Moment = [
  '2022-03-01 10:00',
  { type: 'receive', id, origin: 'intake', channel: 'in-person', officer: 'cb-01', limit: null },
];
export const submitted: Moment = ['2022-03-01 09:00', { type: 'submit', id, origin: 'intake', channel: 'online', officer: null }];

export function apply(dossier: Dossier, decision: Decision): Dossier {
  if (isRefusal(decision)) throw new Error(`Refused: ${decision.code}`);
  return decision.reduce(evolve, dossier);
}

function decideAt(dossier: Dossier, [local, command, more]: Moment): Decision {
  const occurredAt = at(local);
  return decide(dossier, { ...command, occurredAt }, context(occurredAt, more));
}

/** `given(received, …).when(command).…`: history as commands that were taken. */
export function given(...history: readonly Moment[]) {
  return scenario(history.reduce<Dossier>((dossier, moment) => apply(dossier, decideAt(dossier, moment)), noDossier));
}

/** The same for a legacy system's events. */
export function givenLegacy(...history: readonly LegacyMoment[]) {
  return scenario(history.reduce<Dossier>((dossier, moment) => apply(dossier, legacyAt(dossier, moment)), noDossier));
}

export function legacyAt(dossier: Dossier, [local, event, more]: LegacyMoment): Decision {
  const occurredAt = at(local);
  const opens = event.type === 'received' || event.type === 'submitted';
  const full = { occurredAt, id, origin: 'urn:legacy', sourceCode: 'L-1', namesUnit: opens, namesProcedure: opens, ...event };
  return recordLegacy(dossier, opens ? { channel: 'in-person', ...full } : full, context(at('2030-01-01 00:00'), more));
}

function scenario(dossier: Dossier) {
  return {
    dossier,
    when(...moment: Moment) {
      const decision = decideAt(dossier, moment);
      return {
        refuses: (code: string): void => {
          expect(isRefusal(decision) ? decision.code : decision.map(({ type }) => type)).toBe(code);
        },
        staysQuiet: (): void => {
          expect(decision).toEqual([]);
        },
        gives: (expected: Partial<KnownDossier>): void => {
          expect(apply(dossier, decision)).toMatchObject(expected);
        },
      };
    },
    is: (expected: Partial<KnownDossier>): void => {
      expect(dossier).toMatchObject(expected);
    },
  };
}

export type AnyChange = Untimed<ChangeCommand>;
