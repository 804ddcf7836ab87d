import type { Notice } from '@motcua/contracts';
import pc from 'picocolors';
import { formatCount, clip } from '@motcua/terminal';
import { toLocalMinute } from '@motcua/terminal/local-minute';
import { toClockTable } from './clock-table.ts';
import { stateNames } from './clock-words.ts';
import { toDeliveryWords, toEventWords } from '../notices/notice-words.ts';
import { type AlertState, watchedStates } from './watch-alerts.ts';

const SHOWN_ALERTS = 10;

/** The screen of `motcua watch`: clocks running down above, alerts arriving below. `now` is epoch milliseconds. */
export function toWatchLines(state: AlertState, now: number, width = Infinity): string[] {
  const time = new Date(now + 7 * 3_600_000).toISOString().slice(11, 19);
  const reconnecting = state.connected ? '' : pc.yellow('  nối lại / reconnecting …');
  return [
    `${pc.bold(pc.cyan('ĐỒNG HỒ'))} ${pc.dim(`· ${state.unit} · ${time} (UTC+7)`)}${reconnecting}`,
    '',
    ...(state.clocks.length === 0 ? [pc.dim('không có đồng hồ nào đang chạy / no clock runs')] : toClockTable(state.clocks)),
    '',
    ...toAlertBlock(state, SHOWN_ALERTS),
  ].map((line) => clip(line, width));
}

/** How the clocks stand, and the newest alerts. */
export function toAlertBlock(state: AlertState, shown: number): string[] {
  const alerts = state.alerts.slice(0, shown).map((notice) => `  ${toAlertLine(notice)}`);
  return [
    `${pc.bold('Cảnh báo / alerts')} ${pc.dim(`· ${toCountWords(state)}`)}`,
    ...(alerts.length === 0 ? [pc.dim('  chưa có / none yet')] : alerts),
  ];
}

export const toCountWords = ({ counts }: Pick<AlertState, 'counts'>): string =>
  watchedStates.map((state) => `${formatCount(counts[state] ?? 0)} ${stateNames[state]}`).join(' · ');

/** `2026-11-25 08:02  quá hạn  H44… dossier/breach → xa-thanh-ba.head (hộp thư đã đến)` */
export function toAlertLine({ createdAt, timeZone, event, code, sourceCode, unit, why, recipient, deliveries }: Notice): string {
  const colour = event === 'sla.breached' ? pc.red : event === 'sla.recovered' ? pc.green : pc.yellow;
  const reason = why === null ? '' : ` ${pc.dim(why)}`;
  const who = recipient.kind === 'nobody' ? pc.red(`không có ai ở ${recipient.id}`) : recipient.id;
  const how = deliveries.length === 0 ? '' : ` (${deliveries.map(toDeliveryWords).join(', ')})`;
  const about = code ?? sourceCode ?? unit;
  return `${pc.dim(toLocalMinute(createdAt, timeZone))}  ${colour(toEventWords(event))}  ${about}${reason} → ${who}${how}`;
}
