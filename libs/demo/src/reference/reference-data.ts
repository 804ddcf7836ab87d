import { vietnamCalendar } from '@motcua/calendar';
import { CalendarDocument, ProcedureDocument, ReasonDocument, RuleSetDocument, UnitDocument } from '@motcua/contracts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { workspaceRoot } from '@motcua/stack';

/** The reference data that come with the product: `data/reference/*.json` and Viet Nam's calendar. */
export interface ReferenceData {
  /** Several versions of one code stand in order of validity. */
  readonly units: readonly UnitDocument[];
  readonly procedures: readonly ProcedureDocument[];
  readonly calendars: readonly CalendarDocument[];
  readonly ruleSets: readonly RuleSetDocument[];
  readonly reasons: readonly ReasonDocument[];
}

export async function readReferenceData(): Promise<ReferenceData> {
  const [units, procedures, ruleSets, reasons] = await Promise.all([
    readDocuments('units.json', UnitDocument),
    readDocuments('procedures.json', ProcedureDocument),
    readDocuments('rule-sets.json', RuleSetDocument),
    readDocuments('reasons.json', ReasonDocument),
  ]);
  return { units, procedures, ruleSets, reasons, calendars: [CalendarDocument.parse(vietnamCalendar)] };
}

async function readDocuments<Document extends z.ZodType>(file: string, document: Document): Promise<z.output<Document>[]> {
  const text = await readFile(join(workspaceRoot, 'data/reference', file), 'utf8');
  return z.array(document).parse(JSON.parse(text));
}

/** Whether a version holds on a local date. */
export const holdsOn = (date: string, { validFrom, validTo }: { validFrom: string; validTo: string | null }): boolean =>
  validFrom <= date && (validTo === null || date <= validTo);
