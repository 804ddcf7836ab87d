import { z } from 'zod';
import { Code, IsoInstant, LocalDate, LocalizedName } from '../instant.ts';
import { StaffDocument, StaffRole, UnitDocument } from '../reference/reference-documents.ts';

const ReformId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'An id is small letters and digits joined by hyphens.')
  .describe('Id of the reform, for example thanh-ba-2025.');

/** A reorganisation of units: the file that is applied. */
export const ReformDocument = z
  .strictObject({
    id: ReformId,
    name: LocalizedName,
    law: z.string().min(1).max(500).describe('What it goes by: number and date of the resolution.'),
    effectiveFrom: LocalDate.describe('First day of the units as they are after it.'),
    units: z
      .array(UnitDocument)
      .max(500)
      .describe('Units that begin. Those that are in the catalogue already need not be named.'),
    successions: z
      .array(
        z.strictObject({
          from: Code.describe('Unit that ends the day before.'),
          field: Code.optional().describe('Field of the dossiers; absent: of all that no other line of the unit names.'),
          to: Code.describe('Unit that goes on with them.'),
        }),
      )
      .min(1)
      .max(2000)
      .describe('Who goes on with what a unit owned, by unit and field.'),
    staff: z
      .array(
        z.strictObject({
          from: Code.optional().describe('Unit whose staff it is about.'),
          id: Code.optional().describe('Or one of them alone; goes before a line of the unit.'),
          to: Code.describe('Unit in which they work from then on.'),
          role: StaffRole.optional().describe('As what; absent: as before.'),
        }),
      )
      .max(2000)
      .default([])
      .describe('Where staff go. Those of a unit with one successor go there and need not be named.'),
  })
  .describe('A reorganisation of units.')
  .meta({ id: 'ReformDocument' });
export type ReformDocument = z.infer<typeof ReformDocument>;

/** `POST /v1/reforms` */
export const ReformRequest = z
  .strictObject({
    reform: ReformDocument,
    apply: z.boolean().default(false).describe('false: say what it would do, and do nothing.'),
  })
  .describe('Asks what a reform would do, or applies it.')
  .meta({ id: 'ReformRequest' });
export type ReformRequest = z.infer<typeof ReformRequest>;

export const ReformObstacle = z
  .object({
    code: z.string().describe('Stable code, for example reform.dossier-unmapped.'),
    about: z.string().describe('Code of the unit, id of the staff, or unit and field.'),
    message: z.object({ vi: z.string(), en: z.string() }).describe('What stands in the way, and what to do.'),
    dossiers: z.number().int().min(0).optional().describe('How many dossiers it concerns.'),
    sample: z
      .array(z.object({ dossierId: z.uuid(), code: z.string().nullable() }))
      .optional()
      .describe('Some of them, at most 20.'),
  })
  .describe('Why a reform cannot be applied as it is written.')
  .meta({ id: 'ReformObstacle' });
export type ReformObstacle = z.infer<typeof ReformObstacle>;

const CatalogueDocuments = z
  .object({
    units: z.array(UnitDocument).describe('To be put into the catalogue first.'),
    staff: z.array(StaffDocument).describe('To be put after the units.'),
  })
  .describe('Documents for the catalogue: PUT /v1/units and PUT /v1/staff, under the name of who does it.');

export const ReformPreview = z
  .object({
    id: ReformId,
    effectiveFrom: LocalDate,
    obstacles: z.array(ReformObstacle).describe('None: it can be applied.'),
    units: z
      .array(
        z.object({
          from: Code,
          to: Code,
          dossiers: z.number().int().describe('Dossiers that are not over: open, or processed and not returned.'),
        }),
      )
      .describe('What moves from where to where.'),
    dossiers: z.number().int().describe('All of them.'),
    staff: z.number().int().describe('How many people move.'),
    catalogue: CatalogueDocuments,
  })
  .describe('What a reform would do.')
  .meta({ id: 'ReformPreview' });
export type ReformPreview = z.infer<typeof ReformPreview>;

export const ReformState = z
  .enum(['planning', 'applying', 'applied', 'confirmed', 'reverting', 'reverted'])
  .describe(
    'planning: the catalogue is awaited and dossiers are found; applying: they move; applied: they have moved; until then and here it can be ' +
      'reverted; confirmed: it stands; reverting, reverted: they go back, they have.',
  )
  .meta({ id: 'ReformState' });
export type ReformState = z.infer<typeof ReformState>;

export const ReformView = z
  .object({
    id: ReformId,
    name: LocalizedName,
    law: z.string(),
    effectiveFrom: LocalDate,
    state: ReformState,
    waitsFor: z.array(Code).describe('Units whose documents have not arrived here; while planning alone.'),
    planned: z.number().int().describe('Dossiers that are still to move.'),
    moved: z.number().int().describe('Dossiers that have moved.'),
    skipped: z.number().int().describe('Not moved after all: over, or moved by hand, meanwhile.'),
    unmapped: z.number().int().describe('Came afterwards with a field that no line names: they have no owner in force yet.'),
    returned: z.number().int().describe('Moved back.'),
    appliedBy: z.string().describe('Subject.'),
    appliedAt: IsoInstant,
    confirmedBy: z.string().nullable(),
    confirmedAt: IsoInstant.nullable(),
    revertedBy: z.string().nullable(),
    catalogue: CatalogueDocuments.describe('What the catalogue is to have in this state.'),
  })
  .describe('A reform, and how far it is.')
  .meta({ id: 'ReformView' });
export type ReformView = z.infer<typeof ReformView>;

/** `GET /v1/reforms`: there are few. */
export const ReformList = z
  .object({ reforms: z.array(ReformView).describe('The newest first.') })
  .describe('Reforms that were ever applied.')
  .meta({ id: 'ReformList' });
export type ReformList = z.infer<typeof ReformList>;

/** `POST /v1/reforms`: one of both, by `apply`. */
export const ReformAnswer = z
  .object({ preview: ReformPreview, reform: ReformView.nullable().describe('null: nothing was applied.') })
  .describe('What a reform would do, and the job that does it.')
  .meta({ id: 'ReformAnswer' });
export type ReformAnswer = z.infer<typeof ReformAnswer>;
