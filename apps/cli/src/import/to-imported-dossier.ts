import type { Channel } from '@motcua/contracts';
import type { ImportedDossier } from './imported-dossier.ts';
import type { ChannelSource, CodeSource, ImportMapping } from './mapping.ts';
import type { RejectedRow, SourceRow } from './source-row.ts';
import { createMomentReader, type ReadMoment } from './time-format.ts';

export type ToImportedDossier = (row: SourceRow) => ImportedDossier | RejectedRow;

/** A row that cannot become a dossier; caught by the one function that reads a row. */
class RowProblem extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The function that reads a row by this mapping. A row that makes no dossier comes back with a code and a reason. */
export function createRowMapper(mapping: ImportMapping): ToImportedDossier {
  const readMoment = createMomentReader(mapping.time, mapping.root.calendar.timeZone);
  return (row) => {
    try {
      return toImportedDossier(mapping, readMoment, row);
    } catch (error) {
      if (error instanceof RowProblem) return { line: row.line, code: error.code, message: error.message };
      throw error;
    }
  };
}

function toImportedDossier({ dossier, root, verdict }: ImportMapping, readMoment: ReadMoment, row: SourceRow): ImportedDossier {
  const procedure = getCode(row, dossier.procedure);
  const receivedAt = findMoment(row, dossier.receivedAt.column, readMoment);
  if (receivedAt === null) throw new RowProblem('import.value-missing', `Column ${dossier.receivedAt.column} is empty.`);
  return {
    line: row.line,
    sourceCode: getCode(row, dossier.code),
    unit: dossier.unit === undefined ? root.code : getCode(row, dossier.unit),
    procedure,
    field: dossier.field === undefined ? procedure : getCode(row, dossier.field),
    ...toChannel(row, dossier.channel),
    receivedAt,
    due: dossier.due === undefined ? undefined : findMoment(row, dossier.due.column, readMoment),
    endedAt: dossier.endedAt === undefined ? null : findMoment(row, dossier.endedAt.column, readMoment),
    verdict: verdict === undefined ? null : toVerdict(getText(row, verdict.column), verdict),
  };
}

function getText({ columns }: SourceRow, column: string): string {
  const text = columns[column];
  if (text === undefined) throw new RowProblem('import.column-missing', `There is no column ${column} in this row.`);
  return text.trim();
}

function getCode(row: SourceRow, source: CodeSource): string {
  if ('constant' in source) return source.constant;
  const text = getText(row, source.column);
  if (text === '') throw new RowProblem('import.value-missing', `Column ${source.column} is empty.`);
  // A code is one line (contract `Code`); a line break inside a quoted value is a publisher's layout.
  const code = `${source.prefix ?? ''}${text.replace(/\s*[\r\n]+\s*/g, ' ')}`;
  if (code.length > 200) throw new RowProblem('import.value-too-long', `Column ${source.column} is longer than 200 characters.`);
  return code;
}

function findMoment(row: SourceRow, column: string, readMoment: ReadMoment): number | null {
  const text = getText(row, column);
  if (text === '') return null;
  const at = readMoment(text);
  if (at === undefined)
    throw new RowProblem('import.time-invalid', `Column ${column}: “${text}” is no moment in the mapping’s time format.`);
  return at;
}

function toChannel(row: SourceRow, source: ChannelSource): { channel: Channel; unmappedChannel: string | null } {
  if ('constant' in source) return { channel: source.constant, unmappedChannel: null };
  const text = getText(row, source.column);
  const mapped = source.map[text];
  return mapped === undefined ? { channel: source.default, unmappedChannel: text } : { channel: mapped, unmappedChannel: null };
}

function toVerdict(
  text: string,
  { onTime, overdue }: { onTime: readonly string[]; overdue: readonly string[] },
): ImportedDossier['verdict'] {
  if (onTime.includes(text)) return 'ONTIME';
  return overdue.includes(text) ? 'OVERDUE' : null;
}
