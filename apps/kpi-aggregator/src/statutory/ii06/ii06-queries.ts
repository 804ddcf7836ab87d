import { Code, HandoverDirection, Ii06FormId, IsoInstant, LocalDate, ReportLanguage } from '@motcua/contracts';
import { tableFormats } from '@motcua/tables';
import { z } from 'zod';

/** What every report of a unit and period is asked by. */
export const reportParameters = {
  unit: Code.describe('The unit reported on, with everything below it.'),
  from: LocalDate.describe('First day, in each dossier’s own time zone.'),
  to: LocalDate.describe('Last day.'),
  asOf: IsoInstant.optional().describe('The moment the figures stand for; absent or ahead of now: now.'),
};

export const reportFileParameters = {
  format: z.enum(tableFormats).default('xlsx').describe('A workbook in the layout of the form, or CSV.'),
  lang: ReportLanguage.default('vi'),
};

export const Ii06Parameters = z.object(reportParameters);
export type Ii06Parameters = z.infer<typeof Ii06Parameters>;

export const Ii06FileParameters = Ii06Parameters.extend(reportFileParameters);
export type Ii06FileParameters = z.infer<typeof Ii06FileParameters>;

export const HandedOverParameters = z.object({
  ...reportParameters,
  form: Ii06FormId,
  key: z.string().max(200).optional().describe('Key of a row; absent: the total.'),
  direction: HandoverDirection,
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Lines a page.'),
});
export type HandedOverParameters = z.infer<typeof HandedOverParameters>;
