import pc from 'picocolors';
import { clip, type Column, formatCount, formatDecimal, toTable } from '@motcua/terminal';
import { formatFigure } from './format-figure.ts';
import type { LiveFigures } from './live-figures.ts';
import { toAlertBlock } from '../clocks/alert-lines.ts';
import type { LiveBoardName, LiveState } from './live-view.ts';

const MISSING = '–';
const SHOWN_ALERTS = 4;
const columns: readonly { readonly id: string; readonly vi: string; readonly en: string }[] = [
  { id: 'on-time.closed', vi: 'ĐÚNG HẠN', en: 'on time' },
  { id: 'online.filed', vi: 'TRỰC TUYẾN', en: 'online' },
  { id: 'received', vi: 'TIẾP NHẬN', en: 'received' },
  { id: 'finished', vi: 'ĐÃ XONG', en: 'finished' },
  { id: 'open', vi: 'ĐANG XỬ LÝ', en: 'open' },
  { id: 'open.overdue', vi: 'QUÁ HẠN', en: 'overdue' },
  { id: 'digitized.dossiers', vi: 'SỐ HÓA', en: 'digitized' },
];
const levelNames: Readonly<Record<string, string>> = {
  'district-office': 'cấp huyện / district level',
  commune: 'cấp xã / commune level',
};

/** The screen of `npm start`: Thanh Ba in 2022, the communes of today, and how fresh it is. `now` is epoch milliseconds, no line exceeds `width`. */
export function toLiveLines(state: LiveState, figures: LiveFigures, now: number, width = Infinity): string[] {
  return toWholeLines(state, figures, now).map((line) => clip(line, width));
}

function toWholeLines(state: LiveState, figures: LiveFigures, now: number): string[] {
  const time = new Date(now + 7 * 3_600_000).toISOString().slice(11, 19);
  return [
    `${pc.bold(pc.cyan('MỘT CỬA'))} ${pc.dim(`· ${state.gatewayUrl} · ${time} (UTC+7)`)}${state.connected ? '' : pc.yellow('  nối lại / reconnecting …')}`,
    ...(state.arriving === undefined ? [] : [pc.yellow(`đang nạp / arriving: ${state.arriving}`)]),
    '',
    ...toBlock('Thanh Ba 2022, tháng 1–10 / January–October', [
      ...toRows(state, figures, now, { total: 'thanhBa', detail: 'thanhBaLevels', totalTitle: 'toàn huyện / whole district' }),
    ]),
    '',
    ...toBlock('Hôm nay, sáu xã mới / today, the six communes', [
      ...toRows(state, figures, now, { total: 'today', detail: 'todayCommunes', totalTitle: 'toàn tỉnh / province' }),
    ]),
    '',
    ...(state.alerts === undefined ? [] : [...toAlertBlock(state.alerts, SHOWN_ALERTS), '']),
    ...toFooter(state, now),
  ];
}

function toBlock(title: string, rows: readonly string[][]): string[] {
  if (rows.length === 0) return [pc.bold(title), pc.dim('  …')];
  const head: Column[] = [{ title: '' }, ...columns.map(({ vi }): Column => ({ title: vi, align: 'right' }))];
  const english = ['', ...columns.map(({ en }) => pc.dim(en))];
  return [
    pc.bold(title),
    ...toTable(head, [english, ...rows])
      .split('\n')
      .map((line) => `  ${line}`),
  ];
}

function toRows(
  { boards }: LiveState,
  figures: LiveFigures,
  now: number,
  { total, detail, totalTitle }: { total: LiveBoardName; detail: LiveBoardName; totalTitle: string },
): string[][] {
  const toRow = (name: LiveBoardName, key: string, title: string): string[] => [
    title,
    ...columns.map(({ id }) => toCell(figures.find(name, key, id, now))),
  ];
  const totals = (boards[total]?.rows ?? []).map(({ key }) => toRow(total, key, pc.bold(totalTitle)));
  const details = (boards[detail]?.rows ?? []).map(({ key, name }) => toRow(detail, key, levelNames[key] ?? name?.vi ?? key));
  return [...totals, ...details];
}

/** What moved stands out, with an arrow; what is late and open is red. */
function toCell(found: ReturnType<LiveFigures['find']>): string {
  if (found === undefined) return MISSING;
  const text = formatFigure(found.figure, MISSING);
  // Room for the arrow is kept, so that the columns stand still.
  if (found.moved === null) return `  ${text}`;
  return pc.bold(pc.inverse(found.moved === 'up' ? `▲ ${text}` : `▼ ${text}`));
}

function toFooter({ boards, eventsPerSecond, nextChangeAt, mailUrl }: LiveState, now: number): string[] {
  // A board that nothing moves says nothing new: while the scenario arrives, today's knows of no lag.
  const [freshest] = [boards.today, boards.thanhBa]
    .filter((board) => board !== undefined)
    .toSorted((one, other) => Date.parse(other.asOf) - Date.parse(one.asOf));
  const parked = freshest?.parked ?? 0;
  const projectedAt = freshest?.freshness.projectedAt;
  const age =
    projectedAt === null || projectedAt === undefined ? null : Math.max(0, Math.round((now - Date.parse(projectedAt)) / 1000));
  const freshness = [
    pc.dim(`${formatCount(freshest?.freshness.lag ?? 0)} sự kiện chờ / events to project`),
    ...(age === null ? [] : [pc.dim(`mới nhất ${age} s trước / last projected ${age} s ago`)]),
  ];
  const more = [
    parked === 0 ? pc.dim('0 gác lại / parked') : pc.yellow(`${parked} gác lại / parked: motcua dlq list`),
    ...(eventsPerSecond === null ? [] : [pc.dim(`${formatDecimal(eventsPerSecond, 1)} sự kiện/giây / events a second`)]),
    ...(nextChangeAt === null ? [] : [pc.dim(`kỳ hạn tới / next due ${nextChangeAt.slice(0, 16)}Z`)]),
  ];
  const mail = mailUrl === undefined ? [] : [pc.dim(`thư đã gửi / mails sent: ${mailUrl}`)];
  return [freshness.join(pc.dim(' · ')), more.join(pc.dim(' · ')), ...mail];
}
