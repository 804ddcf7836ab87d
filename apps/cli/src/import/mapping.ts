import { CalendarDocument, Channel, Code, LocalizedName, ServiceLevel, UnitKind } from '@motcua/contracts';
import { z } from 'zod';

const column = z.string().min(1).describe('Name of a column of the file.');

/** A value of each row: a column (with a prefix where its codes need one), or the same constant for all. */
const code = z.union([z.strictObject({ column, prefix: z.string().optional() }), z.strictObject({ constant: Code })]);
export type CodeSource = z.infer<typeof code>;

const moment = z.strictObject({ column }).describe('A column that holds a moment in the format `time`.');

const unit = z.union([
  z.strictObject({ column, prefix: z.string().optional(), kind: UnitKind.default('department') }),
  z.strictObject({ constant: Code, kind: UnitKind.default('department') }),
]);

const procedure = z.union([
  z.strictObject({ column, prefix: z.string().optional(), serviceLevel: ServiceLevel.default('none') }),
  z.strictObject({ constant: Code, serviceLevel: ServiceLevel.default('none') }),
]);

const channel = z.union([
  z.strictObject({ column, map: z.record(z.string(), Channel).default({}), default: Channel.default('other') }),
  z.strictObject({ constant: Channel }),
]);
export type ChannelSource = z.infer<typeof channel>;

/** How the columns of a file become dossiers: what `data/mappings/*.yaml` hold. Unknown keys are mistakes, and named. */
export const ImportMapping = z.strictObject({
  source: z.string().min(1).max(200).describe('URI of the system the file comes from; with a dossier’s code it is unique.'),
  root: z.strictObject({
    code: Code,
    name: LocalizedName,
    kind: UnitKind.default('province'),
    calendar: CalendarDocument.describe('Its zone is the zone of the file’s local times.'),
  }),
  time: z.string().min(1).default('iso').describe('`iso` for times with an offset, or a format of MM DD YYYY HH hh mm ss AM.'),
  dossier: z.strictObject({
    code,
    unit: unit.optional().describe('Responsible unit; without it the root.'),
    procedure,
    field: code.optional().describe('Field of the procedure; without it the procedure’s code.'),
    channel,
    receivedAt: moment,
    due: moment
      .optional()
      .describe('Due moment the source promised; an empty value: it promised none. Without this key the due moment is computed.'),
    endedAt: moment.optional().describe('When it ended; empty: it has not.'),
  }),
  verdict: z
    .strictObject({ column, onTime: z.array(z.string()).min(1), overdue: z.array(z.string()).min(1) })
    .optional()
    .describe('The publisher’s own verdict, to be compared with ours; other values are not compared.'),
});
export type ImportMapping = z.infer<typeof ImportMapping>;
