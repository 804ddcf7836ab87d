import type { LaterEvent, PeriodClose, PeriodCloseSummary, PeriodComparison } from '@motcua/contracts';
import type { IndicatorView } from '@motcua/contracts/kpi';
import { formatCount, toTable } from '@motcua/terminal';
import pc from 'picocolors';
import { formatFigure, formatParts } from '../board/format-figure.ts';

const states: Readonly<Record<PeriodCloseSummary['state'], string>> = {
  proposed: 'chờ người khác xác nhận / waits for somebody else to confirm',
  confirmed: 'đã chốt / closed',
  withdrawn: 'đã rút / withdrawn',
};

/** What a close is, and what comes next. */
export function toCloseLines(close: PeriodCloseSummary): string[] {
  const mark = close.state === 'confirmed' ? pc.green('✓') : pc.yellow('○');
  return [
    `${mark} ${pc.bold(close.unit)} · ${close.month} · ${states[close.state]} · ${close.id}`,
    pc.dim(`  số liệu ghi nhận đến / as recorded by ${close.knownAt} · ${close.proposedBy} → ${close.decidedBy ?? '…'}`),
    ...(close.override === null
      ? []
      : [
          pc.yellow(
            `  ! chốt khi còn thiếu / closed with ${formatCount(close.override.lagging)} hồ sơ / dossiers, ${formatCount(close.override.parked)} bản tin / events missing: ${close.override.reason}`,
          ),
        ]),
    ...(close.link === null ? [] : [pc.dim(`  chuỗi / chain ${String(close.link.sequence)} · ${close.link.hash}`)]),
    ...(close.state === 'proposed' ? [pc.dim(`  → motcua period confirm ${close.id}`)] : []),
  ];
}

export const toListLines = (unit: string, closes: readonly PeriodCloseSummary[]): string[] =>
  closes.length === 0
    ? [`${unit}: chưa chốt tháng nào / no month is closed`]
    : toTable(
        ['THÁNG / MONTH', 'TRẠNG THÁI / STATE', 'GHI NHẬN ĐẾN / KNOWN AT', 'ĐỀ NGHỊ / BY', 'XÁC NHẬN / CONFIRMED', 'ID'].map(
          (title) => ({
            title,
          }),
        ),
        closes.map(({ month, state, knownAt, proposedBy, decidedBy, id }) => [
          month,
          states[state],
          knownAt,
          proposedBy,
          decidedBy ?? '–',
          id,
        ]),
      ).split('\n');

/** Figures as reported. */
export const toFigureLines = ({ indicators }: PeriodClose, views: readonly IndicatorView[]): string[] =>
  toTable(
    [
      { title: 'ID' },
      { title: 'ĐÃ BÁO CÁO / REPORTED', align: 'right' },
      { title: 'TỬ / MẪU · PARTS', align: 'right' },
      { title: 'CHỈ TIÊU' },
    ],
    views.flatMap(({ id, name }) => {
      const figure = indicators[id];
      return figure === undefined ? [] : [[id, formatFigure(figure), formatParts(figure), name.vi]];
    }),
  ).split('\n');

/** Numbers that are not what was reported, and why. */
export function toComparisonLines(
  { close, figures, changedDossiers, nowKnownAt }: PeriodComparison,
  dossiers: PeriodComparison['dossiers'],
): string[] {
  const moved = figures.filter(({ reported, nowKnown }) => reported !== nowKnown);
  if (changedDossiers === 0)
    return [...toCloseLines(close), `${pc.green('=')} số liệu hiện biết đúng như đã báo cáo / as reported, as of ${nowKnownAt}`];
  return [
    ...toCloseLines(close),
    '',
    ...(moved.length === 0
      ? ['các tổng không đổi / the totals are as reported']
      : toTable(
          [
            { title: 'SỐ LIỆU / FIGURE' },
            { title: 'ĐÃ BÁO CÁO / REPORTED', align: 'right' },
            { title: 'HIỆN BIẾT / NOW KNOWN', align: 'right' },
          ],
          moved.map(({ indicator, part, reported, nowKnown }) => [
            toNumber(indicator, part),
            formatCount(reported),
            formatCount(nowKnown),
          ]),
        ).split('\n')),
    '',
    `${formatCount(changedDossiers)} hồ sơ tính khác / dossiers count otherwise`,
    ...dossiers.flatMap(({ dossierId, code, events }) => [pc.bold(code ?? dossierId), ...events.map(toEventLine)]),
  ];
}

const toEventLine = ({ type, recordedAt, changes }: LaterEvent): string =>
  `  ${recordedAt} · ${type.replace(/^vn\.motcua\./, '').replace(/\.v\d+$/, '')}: ${changes
    .map(({ indicator, part, by }) => `${toNumber(indicator, part)} ${by > 0 ? '+' : '−'}${String(Math.abs(by))}`)
    .join(', ')}`;

const toNumber = (indicator: string, part: string): string => (part === 'value' ? indicator : `${indicator}/${part}`);
