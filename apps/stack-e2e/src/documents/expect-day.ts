import { expect } from '@jest/globals';
import type { Board, InstitutionalList, RatingPage, SupervisionReport } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { isDeepStrictEqual } from 'node:util';
import { countFigures, type Share } from './count-figures.ts';
import type { Office } from '@motcua/testing/stack';
import type { DocumentDay } from './play-day.ts';
import { listStored } from './stored-files.ts';

/** The province of the communes. */
const unit = 'phu-tho';
const DAY_MS = 86_400_000;

/** The local date so many days from now: the day may end while it is played. */
const localDate = (days: number): string => new Date(Date.now() + 7 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
const period = () => ({ unit, from: localDate(-1), to: localDate(1) });

/** Each file that was sent is there once, and its bytes are what was sent; there is no other, neither to see nor in the store. */
export async function expectFiles(played: DocumentDay): Promise<void> {
  for (const dossier of played.day.dossiers) {
    const counter = played.counterOf(dossier);
    const id = played.idOf(dossier);
    const seen = await counter.listFiles(id);
    const toLine = ({ part, code, sha256 }: { part: string; code: string; sha256: string }) => `${part} ${code} ${sha256}`;
    expect({ dossier: dossier.name, files: seen.map(toLine).sort() }).toEqual({
      dossier: dossier.name,
      files: dossier.files.map(toLine).sort(),
    });
    const hashes = await Promise.all(seen.map(({ fileId }) => counter.hashContent(id, fileId)));
    expect(hashes).toEqual(seen.map(({ sha256 }) => sha256));
  }
  // `verify` leaves out what is younger than an hour: an upload could be about to name it. None is under way here.
  const sent = played.day.dossiers.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
  expect(await listStored(played.stack)).toEqual(sent.sort());
}

/** Each rating was given once, with the answers of the citizen. */
export async function expectRatings(played: DocumentDay): Promise<void> {
  const { rated, satisfied, ratings } = await played.admin.get<RatingPage>('/v1/ratings', { ...period(), limit: '1000' });
  const planned = played.day.dossiers.flatMap((dossier) =>
    dossier.rating === undefined ? [] : [{ dossierId: played.idOf(dossier), satisfied: dossier.rating.satisfied }],
  );
  const inOrder = (lines: typeof planned) => lines.sort((one, other) => one.dossierId.localeCompare(other.dossierId));
  const given = ratings.map((rating) => ({ dossierId: rating.dossierId, satisfied: rating.satisfied }));
  expect(inOrder(given)).toEqual(inOrder(planned));
  expect({ rated, satisfied }).toEqual({ rated: planned.length, satisfied: planned.filter((one) => one.satisfied).length });
}

/** Each institutional figure was entered once, as it was sent. */
export async function expectEntries(played: DocumentDay): Promise<void> {
  const query = { unit, from: '2025-07-01', to: localDate(0) };
  const { figures } = await played.admin.get<InstitutionalList>('/v1/institutional-figures', query);
  const inOrder = <T extends { kind: string; unit: string }>(entries: T[]): T[] =>
    entries.sort((one, other) => `${one.kind} ${one.unit}`.localeCompare(`${other.kind} ${other.unit}`));
  expect(inOrder(figures.map(({ document }) => document))).toEqual(inOrder(played.day.entries.map(({ figure }) => figure)));
  expect(figures.map(({ version, supersededBy }) => ({ version, supersededBy }))).toEqual(
    played.day.entries.map(() => ({ version: 1, supersededBy: null })),
  );
}

/** Board and report show what the plan of the day counts, once everything that was published has been read. */
export async function expectFigures(played: DocumentDay): Promise<void> {
  const expected = countFigures(played.day.dossiers);
  for (const { numerator, denominator } of [expected.dossiers, expected.results, expected.satisfaction]) {
    // A plan of which nothing, or everything, is digitized would prove little.
    expect(numerator).toBeGreaterThan(0);
    expect(numerator).toBeLessThan(denominator);
  }
  let shown: Awaited<ReturnType<typeof readFigures>> | undefined;
  await waitFor(
    async () => {
      shown = await readFigures(played.admin);
      return isDeepStrictEqual(shown, expected);
    },
    { describe: 'the figures of the day', timeoutMs: 60_000, intervalMs: 250 },
  ).catch(() => undefined); // The comparison below tells what they are instead.
  expect(shown).toEqual(expected);
}

async function readFigures(admin: Office): Promise<Record<'dossiers' | 'results' | 'satisfaction', Share>> {
  const { rows } = await admin.get<Board>('/v1/board', period());
  const report = await admin.get<SupervisionReport>('/v1/reports/supervision', { ...period(), lang: 'vi', format: 'json' });
  const toShare = (figure: { numerator: number | null; denominator: number | null } | undefined): Share => ({
    numerator: figure?.numerator ?? 0,
    denominator: figure?.denominator ?? 0,
  });
  return {
    dossiers: toShare(rows[0]?.indicators['digitized.dossiers']),
    results: toShare(rows[0]?.indicators['digitized.results']),
    satisfaction: toShare(report.figures.find(({ id }) => id === 'satisfaction')),
  };
}
