import type { OrganisationReading, ReportLanguage } from '@motcua/contracts';
import type { Row } from '@motcua/tables';
import { showDate } from './moments.ts';
import { exportWords } from './words.ts';

/** Under which units a file counts, where it is not under those that owned the dossiers: a row, or none. */
export function toOrganisationRows(organisation: OrganisationReading | undefined, language: ReportLanguage): readonly Row[] {
  if (organisation === undefined || organisation === 'as-was') return [];
  const { organisation: title, asIs, unitsOf } = exportWords[language];
  return [[title, organisation === 'as-is' ? asIs : unitsOf(showDate(organisation))]];
}
