import { ArchivedDocument, listStrangeTexts, type DigitizationImportResult } from '@motcua/contracts';

export type RefusedLine = DigitizationImportResult['refused'][number];

/** A line that is understood. */
export interface ImportLine {
  /** Its place in the request, from 0. */
  readonly index: number;
  readonly document: ArchivedDocument;
}

/** The lines of an import that are understood, and the others. @param now epoch milliseconds */
export function parseLines(given: readonly unknown[], now: number): { lines: ImportLine[]; refused: RefusedLine[] } {
  const parsed = { lines: [] as ImportLine[], refused: [] as RefusedLine[] };
  for (const [index, line] of given.entries()) {
    const answer = parseLine(line, index, now);
    if ('document' in answer) parsed.lines.push({ index, document: answer.document });
    else parsed.refused.push(answer.refused);
  }
  return parsed;
}

type Answer = { readonly document: ArchivedDocument } | { readonly refused: RefusedLine };

/** A line of an import by itself, so that one that is malformed holds up no other. @param now epoch milliseconds */
export function parseLine(line: unknown, index: number, now: number): Answer {
  const parsed = ArchivedDocument.safeParse(line);
  const issues = parsed.error?.issues ?? listStrangeTexts(ArchivedDocument, parsed.data);
  if (!parsed.success || issues.length > 0) {
    const detail = issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ');
    return { refused: { index, sourceCode: findCode(line), code: 'document.malformed', detail } };
  }
  const { sourceCode, digitizedAt } = parsed.data;
  if (Date.parse(digitizedAt) > now) {
    const detail = `digitizedAt (${digitizedAt}) lies in the future.`;
    return { refused: { index, sourceCode, code: 'document.in-the-future', detail } };
  }
  return { document: parsed.data };
}

/** For whoever reads the answer: the code of a line that is not understood otherwise. */
function findCode(line: unknown): string | null {
  const code: unknown = typeof line === 'object' && line !== null && 'sourceCode' in line ? line.sourceCode : null;
  return typeof code === 'string' ? code.slice(0, 200) : null;
}
