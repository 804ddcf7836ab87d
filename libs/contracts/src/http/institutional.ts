import { z } from 'zod';
import { UnitKind } from '../dossier/vocabulary.ts';
import { Code, IsoInstant, LocalDate, LocalizedName } from '../instant.ts';
import { InstitutionalFigure, InstitutionalKind } from '../reference/institutional-figure.ts';

const version = {
  version: z.number().int().min(1).describe('Grows by one with every accepted change.'),
  recordedAt: IsoInstant.describe('When the catalogue took it.'),
  supersededBy: z.number().int().nullable().describe('The version that took its place; null: it counts.'),
  document: InstitutionalFigure,
};

/** `PUT` and `GET /v1/institutional-figures/{kind}/{unit}?at=`. */
export const InstitutionalEntry = z
  .object({ kind: InstitutionalKind, unit: Code, ...version })
  .describe('An institutional figure in one version.')
  .meta({ id: 'InstitutionalEntry' });
export type InstitutionalEntry = z.infer<typeof InstitutionalEntry>;

/** `GET /v1/institutional-figures/{kind}/{unit}/history`. */
export const InstitutionalHistory = z
  .object({
    kind: InstitutionalKind,
    unit: Code,
    versions: z.array(z.object(version)).describe('Every version ever accepted, oldest first.'),
  })
  .meta({ id: 'InstitutionalHistory' });
export type InstitutionalHistory = z.infer<typeof InstitutionalHistory>;

const ListedUnit = z.object({ code: Code, name: LocalizedName, kind: UnitKind });

/** `GET /v1/institutional-figures?unit=&from=&to=`: what counts in a period for a unit and everything below it. */
export const InstitutionalList = z
  .object({
    unit: Code,
    from: LocalDate,
    to: LocalDate,
    units: z
      .array(ListedUnit)
      .describe(
        'The unit and those below it as of the last day (or the last on which the unit was there), parents before children.',
      ),
    former: z.array(ListedUnit).describe('Those that lay below it earlier in the period and do so no more.'),
    figures: z
      .array(InstitutionalEntry)
      .describe('Every counting version that these units entered, while they lay below, and that holds on a day of the period.'),
  })
  .describe('Institutional figures of a subtree.')
  .meta({ id: 'InstitutionalList' });
export type InstitutionalList = z.infer<typeof InstitutionalList>;
