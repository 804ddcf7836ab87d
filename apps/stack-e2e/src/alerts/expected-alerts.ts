import { parseCalendar, vietnamCalendar } from '@motcua/calendar';
import type { DossierEvent, DossierSnapshot, ProcedureDocument, RuleSetDocument } from '@motcua/contracts';
import { Timer } from '@motcua/sla/testing';
import type { SlaDossier, ClockContext } from '@motcua/sla';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { workspaceRoot } from '@motcua/testing/stack';

/** `dossier clock generation escalation step (folded)`: what was told, as one text that can be compared. */
export const toAlertText = (alert: {
  dossierId: string;
  clock: string;
  generation: number;
  rung: string;
  folded: readonly string[];
}): string => `${alert.dossierId} ${alert.clock} ${alert.generation} ${alert.rung} (${alert.folded.join(' ')})`;

/**
 * What the published history of the dossiers must have told to somebody who looked at `ticks`, without any service: the rules of
 * `libs/sla`, which its own specs hold against a model evaluated minute by minute.
 */
export function findExpectedAlerts(events: readonly DossierEvent[], ticks: readonly number[]): string[] {
  const histories = new Map<string, DossierEvent[]>();
  for (const event of events) histories.set(event.data.dossierId, [...(histories.get(event.data.dossierId) ?? []), event]);
  return [...histories].flatMap(([dossierId, history]) => {
    const timer = new Timer();
    let next = 0;
    for (const tick of ticks) {
      for (let event = history[next]; event !== undefined && Date.parse(event.data.occurredAt) <= tick; event = history[next]) {
        const occurredAt = Date.parse(event.data.occurredAt);
        const name = event.type.split('.').at(-2) ?? '';
        timer.learn({
          name,
          occurredAt,
          learntAt: tick,
          dossier: toSlaDossier(event.data),
          clockContext: toClockContext(event.data),
        });
        next += 1;
      }
      timer.tick(tick);
    }
    return timer.fired.map((alert) => toAlertText({ dossierId, ...alert }));
  });
}

function toSlaDossier(snapshot: DossierSnapshot): SlaDossier {
  const toInstant = (text: string | null): number | null => (text === null ? null : Date.parse(text));
  return {
    status: snapshot.status,
    submittedAt: toInstant(snapshot.submittedAt),
    receivedAt: toInstant(snapshot.receivedAt),
    limit: snapshot.limit,
    originalDue: toInstant(snapshot.originalDue),
    currentDue: toInstant(snapshot.currentDue),
    lateFrom: toInstant(snapshot.lateFrom.current),
    dueSupplied: snapshot.dueSupplied,
    pauses: snapshot.pauses.map(({ from, to, ...pause }) => ({ ...pause, from: Date.parse(from), to: toInstant(to) })),
    submissionPauses: (snapshot.submissionPauses ?? []).map(({ from, to, ...pause }) => ({
      ...pause,
      from: Date.parse(from),
      to: toInstant(to),
    })),
    extensionCount: snapshot.extensionCount,
    apology:
      snapshot.apology === undefined
        ? null
        : { at: Date.parse(snapshot.apology.at), promised: Date.parse(snapshot.apology.promised) },
    endedAt: toInstant(snapshot.endedAt),
  };
}

const readReference = (file: string): unknown => JSON.parse(readFileSync(resolve(workspaceRoot, 'data/reference', file), 'utf8'));
const ruleSets = new Map((readReference('rule-sets.json') as RuleSetDocument[]).map((document) => [document.code, document])); // Our own file.
const procedures = new Map(
  (readReference('procedures.json') as ProcedureDocument[]).map((document) => [document.code, document]),
); // Likewise.
const vietnam = parseCalendar(vietnamCalendar);

function toClockContext({ ruleSet, procedure }: DossierSnapshot): ClockContext {
  const rules = ruleSets.get(ruleSet);
  if (rules === undefined || !vietnam.ok) throw new Error(`There is no rule set ${ruleSet}, or no calendar.`);
  return {
    calendar: vietnam.calendar,
    acceptanceLimit: rules.acceptanceLimit,
    extensionNoticeHours: rules.extensionNoticeHours,
    maxExtensions: rules.maxExtensions,
    clocks: rules.clocks ?? [],
    steps: procedures.get(procedure)?.steps,
  };
}
