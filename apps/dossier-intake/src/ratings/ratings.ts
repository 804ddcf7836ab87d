import { may, requirePermission, requirePermissionOfAny, requireSource } from '@motcua/access';
import type { Actor, Caller } from '@motcua/auth';
import type {
  GiveRating,
  RatingGiven,
  RatingImport,
  RatingImportResult,
  RatingPage,
  RatingQuestions,
  RatingsVerification,
  RatingToken,
  RatingTokensMade,
} from '@motcua/contracts';
import type { KnownDossier } from '@motcua/dossier';
import { inTransaction, type Transaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { lockDossiers } from '../dossiers/dossier-lock.ts';
import { isRated } from '../dossiers/is-rated.query.ts';
import { findDossier } from '../dossiers/dossier.store.ts';
import { pathsOf } from '../dossiers/paths-of.ts';
import { unknownDossier } from '../dossiers/refused.ts';
import { isStorable } from '../dossiers/storable.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import { listTokens, recordToken, requireCounter, toCounterEnd } from './counter-tokens.ts';
import { decideRating } from './decide-rating.ts';
import { importRatings } from './import-ratings.ts';
import { listRatings, type RatingQuestion } from './list-ratings.query.ts';
import { alreadyRated, answersInvalid, commentInvalid, notReturned, tokenExpired, tokenInvalid } from './problems.ts';
import type { RatingTokens } from './rating-tokens.ts';
import type { RatingStore } from './rating.store.ts';
import { verifyRatings } from './verify-ratings.query.ts';

export interface RatingsParts {
  readonly pool: Pool;
  readonly data: ReferenceData;
  readonly store: RatingStore;
  readonly tokens: RatingTokens;
  readonly terms: RatingTerms;
  readonly questions: RatingQuestions;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told after each commit that appended. */
  readonly onAppended: () => void;
}

/** How long tokens hold: those of notices from when they are made, those of counters from the return. */
export interface RatingTerms {
  readonly noticeDays: number;
  readonly counterMinutes: number;
}

const DAY_MS = 86_400_000;
const VERIFY_TIMEOUT_MS = 5 * 60_000;

/** The citizen's answer about a returned dossier: one rating a dossier, by a token of the notice or of the counter. */
export class Ratings {
  constructor(private readonly parts: RatingsParts) {}

  get questions(): RatingQuestions {
    return this.parts.questions;
  }

  /** For the counter that hands over the result, and with it the question; that it did is recorded. */
  async issueToken(actor: Actor, dossierId: string): Promise<RatingToken> {
    const { pool, data, tokens, terms } = this.parts;
    const now = this.parts.now();
    return inTransaction(pool, async (transaction) => {
      const stored = await findDossier(transaction, dossierId);
      if (stored === undefined) throw unknownDossier();
      const [responsible, handling] = pathsOf(data, stored.dossier, now);
      const counter = requireCounter(actor, actor.unit !== undefined && handling.includes(actor.unit) ? handling : responsible);
      getReturned(stored.dossier);
      if (await isRated(transaction, dossierId)) throw alreadyRated();
      const until = toCounterEnd(stored.dossier, terms.counterMinutes, now);
      const issued = await tokens.issue(dossierId, { via: 'counter', counter }, { now, until });
      await recordToken(transaction, { dossierId, ...counter, madeAt: now, expiresAt: issued.expiresAt });
      return issued;
    });
  }

  /** Who made such links, for who may read the dossier. */
  listTokens(actor: Actor, dossierId: string): Promise<RatingTokensMade> {
    const { pool, data, now } = this.parts;
    return inTransaction(
      pool,
      async (transaction) => {
        const stored = await findDossier(transaction, dossierId);
        if (stored === undefined) throw unknownDossier();
        const [responsible, handling] = pathsOf(data, stored.dossier, now());
        requirePermissionOfAny(actor, 'dossiers.read', [responsible, handling]);
        return { dossierId, tokens: await listTokens(transaction, dossierId) };
      },
      { readOnly: true },
    );
  }

  /** For the notice that goes to the citizen himself; null where there is nothing to rate, or nothing any more. */
  async findToken(transaction: Transaction, dossier: KnownDossier): Promise<string | null> {
    if (dossier.returnedAt === null || (await isRated(transaction, dossier.id))) return null;
    const { tokens, terms } = this.parts;
    const now = this.parts.now();
    return (await tokens.issue(dossier.id, { via: 'notice' }, { now, until: now + terms.noticeDays * DAY_MS })).token;
  }

  async give({ token, answers, comment }: GiveRating): Promise<RatingGiven> {
    const { pool, store, questions, tokens, now, onAppended } = this.parts;
    const ratedAt = now();
    const verified = await tokens.verify(token, ratedAt);
    if (verified.kind !== 'valid') throw verified.kind === 'expired' ? tokenExpired() : tokenInvalid();
    this.#checkComment(comment);
    const decision = decideRating(questions, answers);
    if (decision.kind === 'refused') throw answersInvalid(decision.detail);

    const { dossierId, way } = verified;
    await inTransaction(pool, async (transaction) => {
      await lockDossiers(transaction, [dossierId]);
      const dossier = getReturned((await findDossier(transaction, dossierId))?.dossier);
      const rating = { ...decision, dossier, ratedAt, recordedAt: ratedAt, comment, way };
      if (!(await store.put(transaction, rating))) throw alreadyRated();
    });
    onAppended();
    return { dossierId, ratedAt: new Date(ratedAt).toISOString(), satisfied: decision.satisfied };
  }

  async import(actor: Actor, { ratings }: RatingImport): Promise<RatingImportResult> {
    const { pool, store, questions, now, onAppended } = this.parts;
    const result = await importRatings({ pool, store, questions, now: now(), reporter: requireSource(actor) }, ratings);
    if (result.taken > 0) onAppended();
    return result;
  }

  list(caller: Caller, question: RatingQuestion): Promise<RatingPage> {
    const { pool, data, store, now } = this.parts;
    requirePermission(caller, 'ratings.read', data.findPath(question.unit, now()) ?? [question.unit]);
    return inTransaction(
      pool,
      (transaction) => listRatings(transaction, store, question, (path) => may(caller, 'applicants.read', path)),
      { isolation: 'repeatable read', readOnly: true },
    );
  }

  /** Recomputes what the list tells from the published log, both as they are in one snapshot. Writes nothing. */
  verify(actor: Actor): Promise<RatingsVerification> {
    requirePermission(actor, 'operate');
    const { pool, questions } = this.parts;
    const options = { isolation: 'repeatable read', readOnly: true, timeoutMs: VERIFY_TIMEOUT_MS } as const;
    return inTransaction(pool, (snapshot) => verifyRatings(snapshot, questions), options);
  }

  #checkComment(comment: string | undefined): void {
    if (comment === undefined) return;
    const { maxLength } = this.parts.questions.comment;
    if (comment.length > maxLength) throw commentInvalid(`It has ${comment.length} characters; ${maxLength} are kept.`);
    if (!isStorable(comment)) throw commentInvalid('Leave out NUL and halves of characters.');
  }
}

function getReturned(dossier: KnownDossier | undefined): KnownDossier {
  if (dossier === undefined) throw unknownDossier();
  if (dossier.returnedAt === null) throw notReturned();
  return dossier;
}
