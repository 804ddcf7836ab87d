import type { ApplicantContact, StepEntry } from '@motcua/contracts';
import type { KnownDossier } from '@motcua/dossier';
import type { ReferenceData } from '../reference/reference-data.ts';

/** What a step asks of the applicant: papers as the procedure of the day of receipt names them, others as they were named, and money. */
export function toAsked(
  data: ReferenceData,
  { procedure, receipt }: KnownDossier,
  entry: StepEntry | undefined,
  now: number,
): Pick<ApplicantContact, 'papers' | 'payment'> {
  const known = data.findDocument('procedures', procedure, receipt?.at ?? now)?.components;
  const { papers = [], payment } = entry ?? {};
  return {
    papers: papers.map(
      ({ code, name }) => known?.find((component) => component.code === code)?.name ?? { vi: name ?? code ?? '' },
    ),
    payment:
      payment === undefined ? null : { amount: payment.amount, ...(payment.place === undefined ? {} : { place: payment.place }) },
  };
}
