import type { ClocksVerification, RatingsVerification, StoredFilesVerification, VerifyReport } from '@motcua/contracts';
import pc from 'picocolors';
import { formatCount, toTable } from '@motcua/terminal';
import type { Part } from './outcome.ts';

/** Differences shown of one kind; `--json` has all. */
const SHOWN = 20;

const toColumns = (...titles: readonly string[]) => titles.map((title) => ({ title }));
const toMore = (all: number, shown: number): string[] => (all > shown ? [`… ${formatCount(all - shown)} more`] : []);

const toCloses = (closes = 0): string => (closes === 0 ? '' : `, ${formatCount(closes)} closed months`);

export function toFigureLines({ outcome, reason, checked, differences, differenceCount }: VerifyReport): string[] {
  const counted = `${formatCount(checked.dossiers)} dossiers, ${formatCount(checked.cells)} cells, ${formatCount(checked.figures)} figures, ${formatCount(checked.lists)} lists`;
  const entered = `${formatCount(checked.ratings)} ratings, ${formatCount(checked.institutional)} institutional figures`;
  const scope = `${counted}, ${entered}${toCloses(checked.closes)}`;
  switch (outcome) {
    case 'equal':
      return [`${pc.green('✓ equal')} · ${scope}`];
    case 'not-comparable':
      return [`${pc.yellow('! not comparable now')}: ${reason ?? 'no reason given'}`];
    case 'different': {
      const rows = differences.map(({ kind, key, projected, recomputed }) => [
        kind,
        key,
        JSON.stringify(projected),
        JSON.stringify(recomputed),
      ]);
      return [
        `${pc.red(`✗ ${formatCount(differenceCount)} differences`)} · ${scope}`,
        toTable(toColumns('KIND', 'KEY', 'PROJECTED', 'RECOMPUTED'), rows),
        ...toMore(differenceCount, differences.length),
        // A frozen copy is no projection: nothing rebuilds it.
        ...(differences.some(({ kind }) => kind !== 'close') ? ['  → motcua rebuild kpi'] : []),
      ];
    }
  }
}

export function toStoredFileLines({ outcome, reason, report }: Part<StoredFilesVerification>): string[] {
  if (report === undefined) return toOpenLines('stored files', reason);
  const { files, missing, damaged, orphaned } = report;
  const scope = `stored files: ${formatCount(files)} contents`;
  if (outcome === 'equal') return [`${pc.green('✓ equal')} · ${scope}`];
  return [
    `${pc.red(`✗ ${formatCount(missing.length + damaged.length + orphaned.length)} differences`)} · ${scope}`,
    ...toHashLines('missing', missing, 'bring them back from a backup of the store'),
    ...toHashLines('damaged', damaged, 'bring them back from a backup of the store'),
    ...toHashLines('orphaned', orphaned, 'left by an upload that did not end; housekeeping erases them within the hour'),
  ];
}

function toHashLines(what: string, hashes: readonly string[], remedy: string): string[] {
  if (hashes.length === 0) return [];
  const shown = hashes.slice(0, SHOWN);
  return [...shown.map((sha256) => `  ${what} ${sha256}`), ...toMore(hashes.length, shown.length), `  → ${remedy}`];
}

export function toRatingLines({ outcome, reason, report }: Part<RatingsVerification>): string[] {
  if (report === undefined) return toOpenLines('ratings', reason);
  const { ratings, compared, different } = report;
  const scope = `ratings: ${formatCount(ratings)} ratings, ${formatCount(compared)} figures`;
  if (outcome === 'equal') return [`${pc.green('✓ equal')} · ${scope}`];
  const shown = different.slice(0, SHOWN);
  const rows = shown.map(({ unit, day, figure, expected, found }) => [unit, day, figure, String(found), String(expected)]);
  return [
    `${pc.red(`✗ ${formatCount(different.length)} differences`)} · ${scope}`,
    toTable(toColumns('UNIT', 'DAY', 'FIGURE', 'LISTED', 'RECOMPUTED'), rows),
    ...toMore(different.length, shown.length),
  ];
}

export function toClockLines({ outcome, reason, report }: Part<ClocksVerification>): string[] {
  if (report === undefined) return toOpenLines('clocks', reason);
  const { dossiers, open, different } = report;
  const scope = `clocks: ${formatCount(dossiers)} dossiers, ${formatCount(open)} open clocks`;
  if (outcome === 'equal') return [`${pc.green('✓ equal')} · ${scope}`];
  const shown = different.slice(0, SHOWN);
  const rows = shown.map(({ dossierId, clock, what, expected, found }) => [dossierId, clock, what, found ?? '', expected ?? '']);
  return [
    `${pc.red(`✗ ${formatCount(different.length)} differences`)} · ${scope}`,
    toTable(toColumns('DOSSIER', 'CLOCK', 'WHAT', 'SCHEDULED', 'RECOMPUTED'), rows),
    ...toMore(different.length, shown.length),
    '  → motcua rebuild sla',
  ];
}

function toOpenLines(what: string, reason: string | null): string[] {
  return [`${pc.yellow('! not comparable now')} · ${what}: ${reason ?? 'no reason given'}`];
}
