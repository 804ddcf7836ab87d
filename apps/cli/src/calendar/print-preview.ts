import type { CalendarChangePreview } from '@motcua/contracts';
import pc from 'picocolors';
import { formatCount, toTable } from '@motcua/terminal';
import { toMomentText } from './due/words/wall-text.ts';

/** What would move: a table of units, and some of the dossiers. */
export function toPreviewLines({ calendar, dossiers, units, sample }: CalendarChangePreview, timeZone: string): string[] {
  const title = `Calendar ${calendar.id}, version ${String(calendar.version)}`;
  if (dossiers === 0) return [`${title} · ${pc.green('no open dossier moves')}`];
  const rows = units.map((unit) => [unit.unit, ...[unit.dossiers, unit.earlier, unit.later].map((count) => formatCount(count))]);
  const counts = ['DOSSIERS', 'EARLIER', 'LATER'].map((name) => ({ title: name, align: 'right' as const }));
  return [
    `${title} · ${pc.bold(formatCount(dossiers))} open dossiers move`,
    '',
    toTable([{ title: 'UNIT' }, ...counts], rows),
    ...toSampleLines(sample, timeZone, dossiers),
  ];
}

function toSampleLines(sample: CalendarChangePreview['sample'], timeZone: string, dossiers: number): string[] {
  if (sample.length === 0) return [];
  const toText = (moment: string | null): string => (moment === null ? '–' : toMomentText(timeZone, Date.parse(moment)));
  const rows = sample.map(({ dossierId, code, unit, before, after }) => [code ?? dossierId, unit, toText(before), toText(after)]);
  const columns = ['DOSSIER', 'UNIT', 'PROMISED NOW', 'WILL BE'].map((name) => ({ title: name }));
  const note = dossiers > sample.length ? [pc.dim(`${String(sample.length)} of ${formatCount(dossiers)}`)] : [];
  return ['', toTable(columns, rows), ...note];
}
