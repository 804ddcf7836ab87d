import { queryStack, type RunningStack } from '@motcua/testing/stack';

export interface Alert {
  readonly dossierId: string;
  readonly clock: string;
  readonly generation: number;
  readonly rung: string;
  /** Lower escalation steps that it stands in for, lowest first. */
  readonly folded: readonly string[];
  readonly isBreach: boolean;
  readonly fromImport: boolean;
}

/** Of its event: what a notice is kept under. */
export const toAlertId = ({ dossierId, clock, generation, rung }: Alert): string => `${dossierId}/${clock}/${generation}/${rung}`;

/** Every alert the timer has decided on, from its own event table. */
export function listAlerts(stack: RunningStack): Promise<Alert[]> {
  return queryStack<Alert>(
    stack,
    `SELECT dossier_id AS "dossierId", clock::text, generation, rungs[place] AS rung, kinds[place] <> 'before' AS "isBreach",
       ARRAY(SELECT rungs[sla.rung_place(low) + 1] FROM unnest(folded) WITH ORDINALITY AS lower (low, ordinal) ORDER BY ordinal) AS folded,
       from_import IS TRUE AS "fromImport"
     FROM sla.event JOIN sla.ladder ON ladder.id = event.ladder, LATERAL (SELECT sla.rung_place(rung) + 1 AS place) AS reached`,
  );
}
