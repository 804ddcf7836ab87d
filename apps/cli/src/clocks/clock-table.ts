import type { ClockLine, ClockState } from '@motcua/contracts';
import pc from 'picocolors';
import { toLocalMinute } from '@motcua/terminal/local-minute';
import { toTable } from '@motcua/terminal';
import { clockNames, stateNames, toRemainingWords } from './clock-words.ts';

const colours: Readonly<Record<ClockState, (text: string) => string>> = {
  breached: pc.red,
  'due-soon': pc.yellow,
  running: (text) => text,
  paused: pc.dim,
  closed: pc.dim,
};

const columns = [
  'HỒ SƠ / DOSSIER',
  'ĐỒNG HỒ / CLOCK',
  'TRẠNG THÁI / STATE',
  'HẠN / DUE',
  'CÒN LẠI / LEFT',
  'NẤC / RUNG',
  'CÁN BỘ / OFFICER',
];

/** Clocks as a table, one line a clock; what is late is red, what will be soon is yellow. */
export function toClockTable(clocks: readonly ClockLine[]): string[] {
  return toTable(
    columns.map((title) => ({ title })),
    clocks.map(toRow),
  ).split('\n');
}

function toRow(line: ClockLine): string[] {
  const colour = colours[line.state];
  const escalations =
    line.lastEscalation === null && line.nextEscalation === null
      ? '–'
      : `${line.lastEscalation ?? ''} → ${line.nextEscalation ?? ''}`.trim();
  return [
    line.code ?? line.sourceCode ?? line.dossierId,
    clockNames[line.clock],
    colour(stateNames[line.state]),
    toLocalMinute(line.due, line.timeZone),
    colour(toRemainingWords(line)),
    pc.dim(escalations),
    line.officer ?? line.handlingUnit,
  ];
}
