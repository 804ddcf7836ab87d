import type { Applicant, DeskEntry, DossierSnapshot, HistoryEntry, ProcedureDocument } from '@motcua/contracts';
import type { FormFacts, StepFacts } from '@motcua/forms';
import type { ReferenceData } from '../reference/reference-data.ts';
import { toOffice } from './form-office.ts';
import { toHandOvers } from './hand-overs.ts';

export interface FormSources {
  readonly data: ReferenceData;
  /** The step that the form is about, and what the dossier was after it. */
  readonly step: HistoryEntry;
  readonly dossier: DossierSnapshot;
  /** All that stand up to it, oldest first. */
  readonly steps: readonly HistoryEntry[];
  readonly applicant: Applicant | undefined;
  readonly desk: DeskEntry | undefined;
  readonly lookUpLink: string | undefined;
}

const toInstant = (moment: string | null): number | null => (moment === null ? null : Date.parse(moment));

/** All that a form of a dossier is made of, in the words of the catalogue on the day of the step. */
export function toFormFacts(sources: FormSources): FormFacts {
  const { data, step, dossier, applicant, desk, lookUpLink } = sources;
  const at = Date.parse(step.occurredAt);
  const { timeZone } = dossier;
  const office = toOffice(data, dossier.responsibleUnit, { at, timeZone });
  const procedure = data.findDocument('procedures', dossier.procedure, toInstant(dossier.receivedAt) ?? at);
  return {
    timeZone,
    issuedAt: at,
    office,
    code: dossier.code ?? dossier.sourceCode,
    procedure: procedure?.name.vi ?? dossier.procedure,
    content: desk?.content,
    receivedAt: toInstant(dossier.receivedAt),
    due: toInstant(dossier.currentDue),
    limit: dossier.limit,
    applicant: applicant === undefined ? undefined : { ...applicant, isOrganisation: desk?.applicantKind === 'organisation' },
    representative: desk?.representative,
    authorised: desk?.authorised,
    handedIn: (desk?.components ?? []).map((paper) => ({
      name: toPaperName(paper, procedure),
      copies: paper.copies,
      originals: paper.originals,
    })),
    resultBy: desk?.resultBy,
    fee: desk?.fee,
    step: toStepFacts(sources, procedure, at),
    handOvers: toHandOvers({
      steps: sources.steps,
      dossier,
      calendar: data.findCalendar(dossier.calendar),
      procedureSteps: procedure?.steps,
      nameOf: (unit) => data.findName('units', unit, at)?.vi ?? unit,
      counter: office.counter,
    }),
    lookUpLink,
    isTraining: data.findUnit(dossier.responsibleUnit, at)?.isTraining ?? false,
  };
}

function toStepFacts({ data, step, dossier }: FormSources, procedure: ProcedureDocument | undefined, at: number): StepFacts {
  const { reasonCode, previousDue, due, newDue, promised } = step.change;
  const moment = (value: unknown): number | null => (typeof value === 'string' ? Date.parse(value) : null);
  return {
    reason: typeof reasonCode === 'string' ? data.findName('reasons', reasonCode, at)?.vi : undefined,
    reasonText: step.reasonText,
    papers: step.desk?.papers?.map((paper) => toPaperName(paper, procedure)),
    previousDue: moment(previousDue ?? due) ?? toInstant(dossier.originalDue),
    newDue: moment(newDue ?? promised),
  };
}

/** What a paper is called: a component of the procedure by its code, another as it was named. */
function toPaperName(
  { code, name }: { readonly code?: string | undefined; readonly name?: string | undefined },
  procedure: ProcedureDocument | undefined,
): string {
  const known = procedure?.components?.find((component) => component.code === code);
  return known?.name.vi ?? name ?? code ?? '';
}
