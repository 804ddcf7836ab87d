import { startOfLocalDay } from '@motcua/calendar';
import type { ReformDocument, ReformObstacle, ReformPreview } from '@motcua/contracts';
import type { KnownDossier } from '@motcua/dossier';
import { pathAt } from '@motcua/organisation';
import { toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { ReferenceData } from '../reference/reference-data.ts';
import { findDestination } from './find-destination.ts';
import { findObstacles, listEnding, toReformed } from './find-obstacles.ts';
import { findTaken } from './find-taken.ts';
import { obstacle } from './obstacles.ts';
import { scanDossiers } from './scan-dossiers.ts';
import { SuccessionOfUnits } from './succession-of-units.ts';
import {
  dayBefore,
  listMoving,
  toCatalogueDocuments,
  toFormerDocuments,
  type CatalogueDocuments,
} from './to-catalogue-documents.ts';

/** What a file means for the units, staff and dossiers that there are. */
export interface PreparedReform {
  readonly effectiveAt: number;
  /** The units above all that it concerns, from the root down: who may do it is decided there. */
  readonly path: readonly string[];
  readonly ending: readonly string[];
  readonly catalogue: { readonly apply: CatalogueDocuments; readonly revert: CatalogueDocuments };
  readonly obstacles: readonly ReformObstacle[];
  readonly staff: number;
  readonly succession: SuccessionOfUnits;
}

/** Looks at everything but the dossiers. */
export function prepareReform(reform: ReformDocument, data: ReferenceData): PreparedReform {
  const succession = new SuccessionOfUnits(reform);
  const { books } = data;
  const apply = toCatalogueDocuments(reform, succession, books);
  const after = toReformed(books, apply);
  const before = books.units.organisation;
  const { effectiveFrom } = reform;
  const hasField = (code: string): boolean => data.hasField(code);
  const hasCalendar = (id: string): boolean => data.findNewestCalendar(id) !== undefined;
  const obstacles = findObstacles({ reform, succession, books, after, hasField, hasCalendar });
  return {
    effectiveAt: startOfLocalDay(toZone(data, succession.sources, effectiveFrom), effectiveFrom),
    path: toCommonPath([
      ...succession.sources.map((code) => pathAt(before, code, dayBefore(effectiveFrom)) ?? []),
      ...reform.successions.map(({ to }) => pathAt(after, to, effectiveFrom) ?? []),
    ]),
    ending: [...new Set([...succession.sources, ...listEnding(before, after, effectiveFrom)])],
    catalogue: { apply, revert: toFormerDocuments(reform, succession, books) },
    obstacles,
    staff: listMoving(reform, succession, books.staff).length,
    succession,
  };
}

/** Looks at every dossier of the units that end, and changes nothing. */
export async function previewReform(reform: ReformDocument, prepared: PreparedReform, pool: Pool): Promise<ReformPreview> {
  const taken = await findTaken(toTransaction(pool), reform);
  const counted = new CountedMoves(prepared);
  for await (const dossiers of scanDossiers(pool, prepared.ending, prepared.effectiveAt))
    for (const dossier of dossiers) counted.add(dossier);
  const units = counted.listMoves();
  return {
    id: reform.id,
    effectiveFrom: reform.effectiveFrom,
    obstacles: [...prepared.obstacles, ...taken, ...counted.listUnmapped()],
    units,
    dossiers: units.reduce((sum, { dossiers }) => sum + dossiers, 0),
    staff: prepared.staff,
    catalogue: prepared.catalogue.apply,
  };
}

const SAMPLE = 20;

class CountedMoves {
  readonly #moves = new Map<string, ReformPreview['units'][number]>();
  readonly #unmapped = new Map<string, ReformObstacle>();

  constructor(private readonly prepared: PreparedReform) {}

  add(dossier: KnownDossier): void {
    const { succession, ending, effectiveAt } = this.prepared;
    const destination = findDestination(dossier, succession, new Set(ending), effectiveAt);
    if (destination === undefined) return;
    if (destination.kind === 'unmapped') this.#addUnmapped(dossier, `${destination.unit} · ${destination.field}`);
    else this.#addMove(dossier.responsible.code, destination.to);
  }

  #addMove(from: string, to: string): void {
    const key = `${from} ${to}`;
    const dossiers = (this.#moves.get(key)?.dossiers ?? 0) + 1;
    this.#moves.set(key, { from, to, dossiers });
  }

  #addUnmapped({ id, receipt, sourceCode }: KnownDossier, about: string): void {
    const { dossiers = 0, sample = [] } = this.#unmapped.get(about) ?? {};
    const line = { dossierId: id, code: receipt?.code ?? sourceCode };
    const shown = sample.length < SAMPLE ? [...sample, line] : sample;
    this.#unmapped.set(about, obstacle('reform.dossier-unmapped', about, { dossiers: dossiers + 1, sample: shown }));
  }

  listMoves(): ReformPreview['units'] {
    return [...this.#moves].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, move]) => move);
  }

  listUnmapped(): readonly ReformObstacle[] {
    return [...this.#unmapped.values()].toSorted((one, other) => (one.about < other.about ? -1 : 1));
  }
}

/** The zone of the units that end; where nothing is known of their calendars, that of offices in general. */
function toZone(data: ReferenceData, sources: readonly string[], effectiveFrom: string): string {
  const lastNoon = Date.parse(`${dayBefore(effectiveFrom)}T05:00:00Z`);
  const [first] = sources.flatMap((code) => data.findUnit(code, lastNoon)?.calendar.timeZone ?? []);
  return first ?? 'Asia/Ho_Chi_Minh';
}

function toCommonPath([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  const length = first.findIndex((code, depth) => others.some((path) => path[depth] !== code));
  return length < 0 ? first : first.slice(0, length);
}
