import { may, requirePermission } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import type { ReformAnswer, ReformDocument, ReformList, ReformView } from '@motcua/contracts';
import { inTransaction, toTransaction, type Transaction } from '@motcua/postgres';
import { NOW, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { ReferenceData } from '../reference/reference-data.ts';
import { enterReform, requireSame, toDigest } from './enter-reform.ts';
import { prepareReform, previewReform, type PreparedReform } from './preview-reform.ts';
import { hasObstacles, hasUnowned, isAhead, notRevertible, notThere, notYetApplied, ownReform } from './problems.ts';
import { ReformLoop } from './reform.loop.ts';
import {
  countUnowned,
  findReform,
  listReforms,
  lockReform,
  noteConfirmed,
  noteReverting,
  type StoredReform,
} from './reform.store.ts';
import { toView } from './to-view.ts';

/** What people may ask of reforms: what one would do, that it be done, confirmed or taken back, and how far it is. */
@Injectable()
export class Reforms {
  /** @param now epoch milliseconds */
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly data: ReferenceData,
    private readonly loop: ReformLoop,
    @Inject(NOW) private readonly now: () => number,
  ) {}

  /** @throws ProblemError 422 `reform.has-obstacles`, 409 `reform.ahead`, `reform.another-file`, `reform.reverted` where it is to be applied */
  async try(actor: Actor, reform: ReformDocument, apply: boolean): Promise<ReformAnswer> {
    const prepared = prepareReform(reform, this.data);
    requirePermission(actor, 'reforms.apply', prepared.path);
    const known = await this.#findSame(reform, apply);
    const preview = await previewReform(reform, prepared, this.pool);
    if (!apply) return { preview, reform: null };
    if (known !== undefined) return { preview, reform: known };
    if (prepared.effectiveAt > this.now()) throw isAhead(reform.effectiveFrom);
    if (preview.obstacles.length > 0) throw hasObstacles(preview.obstacles);
    await inTransaction(this.pool, (transaction) => enterReform(transaction, toNewReform(reform, prepared, actor)));
    this.loop.wake();
    return { preview, reform: await this.get(actor, reform.id) };
  }

  /** A second apply of the same file is the same job. */
  async #findSame(reform: ReformDocument, apply: boolean): Promise<ReformView | undefined> {
    const stored = apply ? await findReform(toTransaction(this.pool), reform.id) : undefined;
    if (stored === undefined) return undefined;
    requireSame(stored, toDigest(reform));
    return this.#view(stored);
  }

  async list(actor: Actor): Promise<ReformList> {
    const stored = await listReforms(toTransaction(this.pool));
    const readable = stored.filter((reform) => may(actor, 'reforms.read', this.#pathOf(reform)));
    return { reforms: await Promise.all(readable.map((reform) => this.#view(reform))) };
  }

  async get(actor: Actor, id: string): Promise<ReformView> {
    const stored = await findReform(toTransaction(this.pool), id);
    if (stored === undefined) throw notThere(id);
    requirePermission(actor, 'reforms.read', this.#pathOf(stored));
    return this.#view(stored);
  }

  /** It stands from now on. @throws ProblemError 409 `reform.not-applied`, `reform.dossiers-unowned`, 403 `reform.own` */
  confirm(actor: Actor, id: string): Promise<ReformView> {
    return this.#decide(actor, id, 'reforms.confirm', async (transaction, stored) => {
      if (stored.state !== 'applied') throw notYetApplied(stored.state);
      if (stored.appliedBy === actor.sub) throw ownReform();
      const unowned = await countUnowned(transaction, stored);
      if (unowned > 0) throw hasUnowned(unowned);
      await noteConfirmed(transaction, id, actor.sub);
    });
  }

  /**
   * Dossiers go back, whoever applied it, and however far it is: also what waits for a catalogue that refused its units.
   *
   * @throws ProblemError 409 `reform.not-revertible`
   */
  async revert(actor: Actor, id: string): Promise<ReformView> {
    const view = await this.#decide(actor, id, 'reforms.apply', (transaction, stored) => {
      if (!revertible.has(stored.state)) throw notRevertible(stored.state);
      return noteReverting(transaction, id, actor.sub);
    });
    this.loop.wake();
    return view;
  }

  async #decide(
    actor: Actor,
    id: string,
    action: 'reforms.confirm' | 'reforms.apply',
    decide: (transaction: Transaction, stored: StoredReform) => Promise<void>,
  ): Promise<ReformView> {
    await inTransaction(this.pool, async (transaction) => {
      const stored = await lockReform(transaction, id);
      if (stored === undefined) throw notThere(id);
      requirePermission(actor, action, this.#pathOf(stored));
      await decide(transaction, stored);
    });
    return this.get(actor, id);
  }

  #view(stored: StoredReform): Promise<ReformView> {
    return toView(toTransaction(this.pool), this.data, stored);
  }

  #pathOf(stored: StoredReform): readonly string[] {
    return prepareReform(stored.document, this.data).path;
  }
}

const revertible: ReadonlySet<StoredReform['state']> = new Set(['planning', 'applying', 'applied']);

const toNewReform = (document: ReformDocument, { effectiveAt, ending, catalogue }: PreparedReform, actor: Actor) => ({
  id: document.id,
  digest: toDigest(document),
  document,
  catalogue,
  ending,
  effectiveAt,
  appliedBy: actor.sub,
});
