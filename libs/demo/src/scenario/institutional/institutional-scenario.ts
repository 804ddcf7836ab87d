import { Code, Evidence, InstitutionalFigure, LocalDate } from '@motcua/contracts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { workspaceRoot } from '@motcua/stack';

const Count = z.number().int().min(0);
const Entered = {
  unit: Code,
  monthlyDossiers: z.object({ handled: Count, all: Count }),
  mailboxes: z.object({ issued: Count, entitled: Count }),
};

/** `data/scenarios/thanh-ba-2022-institutional.json`: what the units are taken to have reported. */
const InstitutionalScenario = z.object({
  note: z.string(),
  period: z.object({ from: LocalDate, to: LocalDate }),
  evidence: z.record(z.string(), Evidence),
  iso9001: z.object({ standard: z.string(), scope: z.string(), validFrom: LocalDate, validTo: LocalDate }),
  communes: z.array(z.object({ ...Entered, modernSince: LocalDate.nullable(), procedures: Count })),
  district: z.array(z.object({ ...Entered, procedures: Count.optional() })),
});
type InstitutionalScenario = z.infer<typeof InstitutionalScenario>;

/** The institutional figures of the Thanh Ba scenario; every document says that it is fictitious. */
export async function readInstitutionalScenario(): Promise<InstitutionalFigure[]> {
  const file = join(workspaceRoot, 'data/scenarios/thanh-ba-2022-institutional.json');
  return toFigures(InstitutionalScenario.parse(JSON.parse(await readFile(file, 'utf8'))));
}

function toFigures(scenario: InstitutionalScenario): InstitutionalFigure[] {
  const { period, communes, district, iso9001 } = scenario;
  const evidenceOf = (kind: InstitutionalFigure['kind']): Evidence[] => {
    const document = scenario.evidence[kind];
    if (document === undefined) throw new Error(`The scenario names no document for ${kind}.`);
    return [{ ...document, note: scenario.note }];
  };
  const sinceStart = { validFrom: period.from, validTo: null };
  const figures = [...communes, ...district].flatMap(({ unit, monthlyDossiers, mailboxes, procedures }) => [
    ...listMonths(period).map((month) => ({
      kind: 'network-dossiers' as const,
      unit,
      ...month,
      evidence: evidenceOf('network-dossiers'),
      ...monthlyDossiers,
    })),
    { kind: 'mailboxes' as const, unit, ...sinceStart, evidence: evidenceOf('mailboxes'), ...mailboxes },
    { kind: 'iso-9001' as const, unit, evidence: evidenceOf('iso-9001'), ...iso9001 },
    ...(procedures === undefined
      ? []
      : [
          {
            kind: 'through-one-stop' as const,
            unit,
            ...sinceStart,
            evidence: evidenceOf('through-one-stop'),
            received: procedures,
            all: procedures,
          },
        ]),
  ]);
  const modern = communes.map(({ unit, modernSince }) => ({
    kind: 'modern-one-stop' as const,
    unit,
    validFrom: modernSince ?? period.from,
    validTo: null,
    evidence: evidenceOf('modern-one-stop'),
    modern: modernSince !== null,
  }));
  return [...modern, ...figures].map((figure) => InstitutionalFigure.parse(figure));
}

/** Every month of a period of whole months. */
function listMonths({ from, to }: { from: string; to: string }): { validFrom: string; validTo: string }[] {
  const months = [];
  for (let first = new Date(`${from}T00:00:00Z`); first.toISOString().slice(0, 10) <= to;) {
    const next = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1));
    const last = new Date(next.getTime() - 86_400_000);
    months.push({ validFrom: first.toISOString().slice(0, 10), validTo: last.toISOString().slice(0, 10) });
    first = next;
  }
  return months;
}
