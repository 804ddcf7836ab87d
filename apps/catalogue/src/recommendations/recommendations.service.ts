import { isDeepStrictEqual } from 'node:util';
import { requirePermission } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import type { Recommendation, RecommendationRequest, RecommendationStep } from '@motcua/contracts';
import { findPathUpTo, type Organisation } from '@motcua/organisation';
import { inTransaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { readOrganisation } from '../entries/read-organisation.ts';
import { unitUnknown } from '../figure-reports/problems.ts';
import {
  dueBeforeConclusion,
  evidenceMissing,
  ownerElsewhere,
  periodBackwards,
  recommendationIdTaken,
  recommendationUnknown,
} from './problems.ts';
import {
  findRecommendation,
  insertRecommendation,
  insertStep,
  listRecommendations,
  type RecommendationQuery,
  type RecommendationRows,
} from './recommendation.store.ts';

/** What delegations recommend, and what became of it. Nothing of it is ever changed: what is said is added. */
@Injectable()
export class RecommendationsService {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** The same again is the one that is there. */
  make(actor: Actor, id: string, request: RecommendationRequest): Promise<{ recommendation: Recommendation; isNew: boolean }> {
    return inTransaction(this.pool, async (transaction) => {
      const organisation = await readOrganisation(transaction);
      requirePermission(actor, 'recommendations.make', findPath(organisation, request.unit));
      if (!findPath(organisation, request.owner).includes(request.unit)) throw ownerElsewhere(request.owner, request.unit);
      if (request.due < request.source.date) throw dueBeforeConclusion();
      if (request.period.from > request.period.to) throw periodBackwards();
      const isNew = await insertRecommendation(transaction, id, request, actor);
      const recommendation = await findRecommendation(transaction, id);
      if (recommendation === undefined) throw recommendationUnknown(id);
      if (!isSame(recommendation, request, actor)) throw recommendationIdTaken(id);
      return { recommendation, isNew };
    });
  }

  /** Whoever answers for the owner says it. */
  followUp(
    actor: Actor,
    { id, step: stepId }: { readonly id: string; readonly step: string },
    step: RecommendationStep,
  ): Promise<{ recommendation: Recommendation; isNew: boolean }> {
    return inTransaction(this.pool, async (transaction) => {
      const before = await findRecommendation(transaction, id);
      if (before === undefined) throw recommendationUnknown(id);
      requirePermission(actor, 'recommendations.follow-up', findPath(await readOrganisation(transaction), before.owner));
      if (step.status === 'done' && step.evidence.length === 0) throw evidenceMissing();
      const isNew = await insertStep(transaction, { id: stepId, recommendation: id }, step, actor);
      const recommendation = await findRecommendation(transaction, id);
      if (recommendation === undefined) throw recommendationUnknown(id);
      const kept = recommendation.steps.find((one) => one.id === stepId);
      if (kept === undefined || !isSameStep(kept, step, actor)) throw recommendationIdTaken(stepId);
      return { recommendation, isNew };
    });
  }

  /** Of a unit and those that ever lay below it. */
  list(actor: Actor, unit: string, query: Omit<RecommendationQuery, 'units'>): Promise<RecommendationRows> {
    return inTransaction(
      this.pool,
      async (transaction) => {
        const organisation = await readOrganisation(transaction);
        requirePermission(actor, 'recommendations.read', findPath(organisation, unit));
        const below = organisation.units.map(({ code }) => code).filter((code) => findPath(organisation, code).includes(unit));
        return listRecommendations(transaction, { ...query, units: [...new Set(below)] });
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }
}

/** From the root to the unit, as it lies today or last lay. @throws ProblemError 404 `unit.unknown` */
function findPath(organisation: Organisation, unit: string): readonly string[] {
  const path = findPathUpTo(organisation, unit, organisation.toDate(Date.now()));
  if (path.length === 0) throw unitUnknown(unit);
  return path;
}

function isSame({ by, ...kept }: Recommendation, request: RecommendationRequest, { sub }: Actor): boolean {
  const { unit, owner, due, words, source, period, figure } = kept;
  return by === sub && isDeepStrictEqual({ unit, owner, due, words, source, period, figure }, request);
}

type KeptStep = Recommendation['steps'][number];

function isSameStep({ by, status, words, evidence }: KeptStep, step: RecommendationStep, { sub }: Actor): boolean {
  return by === sub && isDeepStrictEqual({ status, words, evidence }, step);
}
