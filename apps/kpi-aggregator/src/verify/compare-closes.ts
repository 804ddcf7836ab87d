import type { VerifyDifference } from '@motcua/contracts';
import type { FigureNumber } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { findBrokenLink } from '../closes/close-chain.ts';
import type { StoredClose } from '../closes/close-row.ts';
import { toContentHash } from '../closes/content-hash.ts';
import { listConfirmed } from '../closes/find-closes.query.ts';
import { listFrozenCounts, readFrozenLines, type FrozenLine } from '../closes/frozen-copy.query.ts';
import { frozenNames, type FrozenName } from '../closes/frozen-numbers.ts';
import { toMonthPeriod } from '../closes/month-period.ts';
import type { Comparison } from './comparison.ts';
import { findBesideLogs } from './logs/find-beside-logs.ts';
import { listRecorded, type RecordedMember } from './recompute-recorded.query.ts';

type Found = Omit<VerifyDifference, 'kind'>;

/** The chain over all confirmed closes, of every unit: each link follows the one before. */
export async function compareCloseChain(
  database: Queryable,
): Promise<{ closes: readonly StoredClose[]; comparison: Comparison }> {
  const closes = await listConfirmed(database);
  const broken = findBrokenLink(closes);
  if (broken === undefined) return { closes, comparison: toComparison(closes.length, []) };
  const where = broken.close === undefined ? '' : `${labelOf(broken.close)} · `;
  const found = { key: `${where}link ${String(broken.sequence)} of the chain`, projected: broken.why, recomputed: null };
  return { closes, comparison: toComparison(closes.length, [found]) };
}

/** All that a close holds against the hash that its link is made of. */
export async function compareContent(database: Queryable, close: StoredClose): Promise<Comparison> {
  const hash = await toContentHash(database, close);
  if (hash === close.contentHash) return toComparison(1, []);
  return toComparison(1, [{ key: `${labelOf(close)} · content`, projected: hash, recomputed: close.contentHash }]);
}

/** A frozen copy against what the logs make of the month by what was known then, dossier by dossier; and its figures against its lists. */
export async function compareClose(database: Queryable, close: StoredClose): Promise<Comparison> {
  const label = labelOf(close);
  const lists = new Map<string, number>();
  const expected = await listKnown(database, close);
  const found: Found[] = [];
  let checked = 0;
  for await (const page of readFrozenLines(database, close.id)) {
    checked += page.length;
    for (const line of page) {
      count(lists, line);
      const key = toKey(line);
      const recomputed = expected.get(key);
      expected.delete(key);
      const [one, other] = [toFields(line, close.names), recomputed === undefined ? null : toFields(recomputed, frozenNames)];
      if (other === null && one.numbers.length === 0) continue;
      if (JSON.stringify(one) !== JSON.stringify(other))
        found.push({ key: `${label} · ${key}`, projected: one, recomputed: other });
    }
  }
  for (const [key, line] of expected)
    found.push({ key: `${label} · ${key}`, projected: null, recomputed: toFields(line, frozenNames) });
  found.push(...(await compareCounts(database, close, lists)));
  return toComparison(checked, found);
}

/** What somebody would freeze of that month by what was known then; only numbers that the close has, by the definitions that it names. */
async function listKnown(database: Queryable, close: StoredClose): Promise<Map<string, RecordedMember>> {
  const logs = await findBesideLogs(database);
  const members = await listRecorded(
    database,
    { knownAt: close.knownAt.getTime(), close: close.id, logs },
    {
      ...{ unit: close.unit, asOf: close.asOf.getTime(), names: frozenNames.map(({ name }) => name as FigureNumber) },
      period: { key: close.month, ...toMonthPeriod(close.month) },
    },
  );
  const comparable = new Set(comparableOf(close.names));
  return new Map(
    members
      .map((member) => ({ ...member, numbers: member.numbers.filter((at) => comparable.has(frozenNames[at]?.name ?? '')) }))
      .filter(({ numbers }) => numbers.length > 0)
      .map((member) => [toKey(member), member]),
  );
}

/** A number that was defined otherwise then cannot be recomputed by what stands in the registry now. */
const comparableOf = (names: readonly FrozenName[]): readonly string[] =>
  names
    .filter(({ name, version }) => frozenNames.some((now) => now.name === name && now.version === version))
    .map(({ name }) => name);

const toKey = ({ dossierId, interval }: Pick<FrozenLine, 'dossierId' | 'interval'>): string =>
  `${dossierId} · ${String(interval)}`;

function toFields(line: FrozenLine, names: readonly FrozenName[]) {
  const { code, version, judgement, digitizationVersion, unit, procedure, field, channel, numbers } = line;
  const comparable = new Set(comparableOf(names));
  const counted = numbers.map((at) => names[at]?.name ?? '').filter((name) => comparable.has(name));
  return { code, version, judgement, digitizationVersion, unit, procedure, field, channel, numbers: counted.sort() };
}

const toCell = (unit: string, field: string, procedure: string, number: number): string =>
  [unit, field, procedure, number].join('\n');

function count(lists: Map<string, number>, { unit, field, procedure, numbers }: FrozenLine): void {
  for (const number of numbers) {
    const cell = toCell(unit, field, procedure, number);
    lists.set(cell, (lists.get(cell) ?? 0) + 1);
  }
}

async function compareCounts(database: Queryable, close: StoredClose, lists: Map<string, number>): Promise<readonly Found[]> {
  const found: Found[] = [];
  const where = (unit: string, procedure: string, number: number): string =>
    `${labelOf(close)} · ${unit} · ${procedure} · ${close.names[number]?.name ?? ''}`;
  for (const { unit, field, procedure, number, count: frozen } of await listFrozenCounts(database, close.id)) {
    const cell = toCell(unit, field, procedure, number);
    const listed = lists.get(cell) ?? 0;
    lists.delete(cell);
    if (listed !== frozen) found.push({ key: where(unit, procedure, number), projected: frozen, recomputed: listed });
  }
  for (const [cell, listed] of lists) {
    const [unit = '', , procedure = '', number] = cell.split('\n');
    found.push({ key: where(unit, procedure, Number(number)), projected: 0, recomputed: listed });
  }
  return found;
}

const labelOf = ({ unit, month }: StoredClose): string => `${unit} · ${month}`;

const toComparison = (checked: number, found: readonly Found[]): Comparison => ({
  checked,
  found: found.length,
  differences: found.slice(0, 100).map((difference) => ({ kind: 'close', ...difference })),
});
