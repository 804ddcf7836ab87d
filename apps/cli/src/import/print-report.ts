import pc from 'picocolors';
import { formatCount, formatDecimal, toTable } from '@motcua/terminal';
import type { ImportReport } from './import-report.ts';

const NAMED = 10;

/** The report for a terminal. */
export function toReportLines({ verdicts, rejected, registered, findings, ...report }: ImportReport): string[] {
  const rows: [string, string][] = [
    ['rows', formatCount(report.rows)],
    ['dossiers added to', formatCount(report.dossiers)],
    ['events added', formatCount(report.events)],
    ['already there', formatCount(report.alreadyThere)],
    ['rejected', formatCount(rejected.length)],
    ['ended before received', formatCount(findings.endedBeforeReceived)],
    ['rows a second', `${formatCount(report.rowsPerSecond)} (${formatDecimal(report.seconds, 1)} s, until visible on the board)`],
  ];
  return [
    ...toTable([{ title: '' }, { title: '' }], rows)
      .split('\n')
      .slice(1),
    ...Object.entries(registered).flatMap(([kind, codes]: [string, string[]]) => toNames(`new ${kind}`, codes)),
    ...rejected.slice(0, NAMED).map(({ line, code, message }) => `${pc.red('✗')} line ${line}: ${code} ${message}`),
    ...(rejected.length > NAMED ? [`  … ${formatCount(rejected.length - NAMED)} more: --rejects <file> or --json`] : []),
    ...toVerdictLines(verdicts, report.asOf),
  ];
}

function toNames(title: string, codes: readonly string[]): string[] {
  if (codes.length === 0) return [];
  const more = codes.length > NAMED ? `, … ${codes.length - NAMED} more` : '';
  return [`${title} (${codes.length}): ${codes.slice(0, NAMED).join(', ')}${more}`];
}

function toVerdictLines({ compared, equal, different }: ImportReport['verdicts'], asOf: string): string[] {
  if (compared === 0) return [];
  const mark = equal === compared ? pc.green('✓') : pc.red('✗');
  const summary = `${mark} verdicts as of ${asOf}: ${formatCount(compared)} compared, ${formatCount(equal)} equal, ${formatCount(compared - equal)} different`;
  return [
    summary,
    ...different.map(
      ({ sourceCode, publisher, system }) => `  ${sourceCode}: publisher ${publisher}, system ${system ?? 'does not count it'}`,
    ),
  ];
}
