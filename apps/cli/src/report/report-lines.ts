import type { SupervisionReport } from '@motcua/contracts';
import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';

const INDENT = '  ';
/** Longer lines are hard to read, however wide the terminal is. */
const WIDEST = 110;

/**
 * The text of a report for a terminal, with the command that writes it anew and those that open each of its figures. Wrapped to a width;
 * without one a paragraph is a line.
 */
export function toReportLines(report: SupervisionReport, width: number | undefined): string[] {
  const room = width === undefined ? undefined : Math.min(width, WIDEST) - INDENT.length;
  const question = toQuestion(report);
  const wholeReport = `motcua report supervision ${question}`;
  return [
    ...report.paragraphs.flatMap((paragraph) => (room === undefined ? [paragraph] : wrapAnsi(paragraph, room).split('\n'))),
    pc.cyan(wholeReport),
    ...report.figures.map(({ id, label, shown }) => {
      const command = `motcua evidence ${id} ${question}`;
      const line = `${shown.padEnd(8)} ${command}`;
      const words = `  ${label}`;
      const hasRoom = room === undefined || line.length + words.length <= room;
      return `${shown.padEnd(8)} ${pc.cyan(command)}${hasRoom ? pc.dim(words) : ''}`;
    }),
  ].map((line) => `${INDENT}${line}`);
}

export const toQuestion = ({ unit, period }: Pick<SupervisionReport, 'unit' | 'period'>): string =>
  `--unit ${unit} --period ${period.from}..${period.to}`;
