import { findForeign } from '@motcua/access';
import type { SourceActor } from '@motcua/auth';
import { findStrange, type RatingImport, type RatingImportResult, type RatingQuestions } from '@motcua/contracts';
import type { KnownDossier } from '@motcua/dossier';
import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { toImportedDossierId } from '../dossiers/dossier-id.ts';
import { lockDossiers } from '../dossiers/dossier-lock.ts';
import { findDossiers } from '../dossiers/dossier.store.ts';
import { decideRating } from './decide-rating.ts';
import type { Rating } from './rating.ts';
import type { RatingStore } from './rating.store.ts';

type Line = RatingImport['ratings'][number];
type Refused = RatingImportResult['refused'][number];

export interface ImportParts {
  readonly pool: Pool;
  readonly store: RatingStore;
  readonly questions: RatingQuestions;
  readonly now: number;
  /** The legacy system that reports: about dossiers of its own alone. */
  readonly reporter: SourceActor;
}

/** As many dossiers as one transaction may lock (see the event import). */
const CHUNK = 200;

/** Takes ratings that were given elsewhere. Each line by itself: what is refused is named, what is known is left as it is. */
export async function importRatings(parts: ImportParts, lines: readonly Line[]): Promise<RatingImportResult> {
  const result = { taken: 0, known: 0, refused: lines.flatMap((line, index) => refuseStrange(line, index + 1) ?? []) };
  const plain = lines.filter((line) => refuseStrange(line, 0) === undefined);
  for (let from = 0; from < plain.length; from += CHUNK) {
    const { taken, known, refused } = await importChunk(parts, plain.slice(from, from + CHUNK));
    result.taken += taken;
    result.known += known;
    result.refused.push(...refused);
  }
  return result;
}

/** @param number of the line, from 1: its code may be what cannot be read */
function refuseStrange({ origin, sourceCode }: Line, number: number): Refused | undefined {
  const strange = findStrange(origin) ?? findStrange(sourceCode);
  if (strange === undefined) return undefined;
  const detail = `Line ${number}: origin or sourceCode holds ${strange.name}, a control character or an invisible one. Delete it.`;
  return { sourceCode, code: 'rating.characters-invalid', detail };
}

async function importChunk(parts: ImportParts, lines: readonly Line[]): Promise<RatingImportResult> {
  const ids = lines.map(({ origin, sourceCode }) => toImportedDossierId(origin, sourceCode));
  return inTransaction(parts.pool, async (transaction) => {
    await lockDossiers(transaction, ids);
    const dossiers = await findDossiers(transaction, ids);
    const result = { taken: 0, known: 0, refused: [] as Refused[] };
    for (const [index, line] of lines.entries()) {
      const rating = toRating(parts, dossiers.get(ids[index] ?? ''), line);
      if ('code' in rating) result.refused.push(rating);
      else if (await parts.store.put(transaction, rating)) result.taken += 1;
      else result.known += 1;
    }
    return result;
  });
}

function toRating({ questions, now, reporter }: ImportParts, dossier: KnownDossier | undefined, line: Line): Rating | Refused {
  const { sourceCode } = line;
  const foreign = findForeign(reporter, { source: line.origin, unitPath: dossier?.responsible.path });
  if (foreign !== undefined) return { sourceCode, code: foreign.code, detail: foreign.sentence.en };
  if (dossier === undefined)
    return { sourceCode, code: 'dossier.unknown', detail: `No dossier of ${line.origin} has the code ${sourceCode}.` };
  if (dossier.returnedAt === null) return { sourceCode, code: 'rating.not-returned', detail: 'It has not been returned.' };
  const ratedAt = Date.parse(line.ratedAt);
  if (ratedAt < dossier.returnedAt || ratedAt > now) {
    const returned = new Date(dossier.returnedAt).toISOString();
    return { sourceCode, code: 'rating.moment-invalid', detail: `ratedAt lies between its return (${returned}) and now.` };
  }
  const decision = decideRating(questions, line.answers);
  if (decision.kind === 'refused') return { sourceCode, code: 'rating.answers-invalid', detail: decision.detail };
  return { ...decision, dossier, ratedAt, recordedAt: now, comment: undefined, way: { via: 'import' } };
}
