import { identityOf, type Actor } from '@motcua/auth';
import type { DossierView, OpenDossier } from '@motcua/contracts';
import { answerOnce, toIdempotentRequest, type Answer, type GivenAnswer } from '@motcua/http';
import type { Relay } from '@motcua/outbox';
import { inTransaction, toTransaction, type Transaction } from '@motcua/postgres';
import { RELAY } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { findOrMakeToken } from '../look-up-links/look-up-link.store.ts';
import { withLookUpPath } from '../look-up-links/with-look-up-path.ts';
import { LookUpTokens } from '../look-up-links/look-up-tokens.ts';
import { changeDossier } from './change-dossier.ts';
import { DossierParts } from './dossier-parts.ts';
import { lockDossiers } from './dossier-lock.ts';
import { openDossier } from './open-dossier.ts';
import { requireStorable } from './refused.ts';
import type { ActionRequest } from './to-change-command.ts';

/** The shell around the decisions: one transaction a command; the answer to a repeated key is the first one. */
@Injectable()
export class DossierCommands {
  constructor(
    private readonly parts: DossierParts,
    private readonly tokens: LookUpTokens,
    @Inject(RELAY) private readonly relay: Relay,
  ) {}

  async open(actor: Actor, body: OpenDossier, key: string | undefined): Promise<GivenAnswer> {
    requireStorable(body);
    const answer = await this.#openOnce(actor, body, key);
    this.relay.wake();
    return answer;
  }

  async #openOnce(actor: Actor, body: OpenDossier, key: string | undefined): Promise<GivenAnswer> {
    const { pool, data, applicants, desk, fees, now } = this.parts;
    const link = this.tokens.create();
    const open = (transaction: Transaction): Promise<Answer> =>
      openDossier({ transaction, data, applicants, desk, fees, link, now: now() }, actor, body);
    const request = toIdempotentRequest({ actor: identityOf(actor), key, method: 'POST', path: '/v1/dossiers', body });
    // A receipt is one statement: without a key to remember, or an entry to keep beside it, it needs no transaction around it.
    if (request === undefined && body.action === 'receive' && body.desk === undefined) {
      const answer = await open(toTransaction(pool));
      return withLookUpPath({ ...answer, replayed: false }, link.token);
    }
    return inTransaction(pool, async (transaction) => {
      const answer = await answerOnce(transaction, request, () => open(transaction));
      if (body.action !== 'receive') return answer;
      return answer.replayed ? this.#withPathOf(transaction, answer) : withLookUpPath(answer, link.token);
    });
  }

  async change(
    actor: Actor,
    id: string,
    request: ActionRequest,
    { key, expected }: { readonly key: string | undefined; readonly expected: number | undefined },
  ): Promise<GivenAnswer> {
    requireStorable(request.body);
    const { pool, data, reasons, steps, fees, now } = this.parts;
    const path = `/v1/dossiers/${id}/${request.action}`;
    const once = toIdempotentRequest({ actor: identityOf(actor), key, method: 'POST', path, body: request.body });
    const answer = await inTransaction(pool, async (transaction) => {
      await lockDossiers(transaction, [id]);
      const given = await answerOnce(transaction, once, () =>
        changeDossier({ transaction, data, reasons, steps, fees, now: now(), actor, id, request, expected }),
      );
      return request.action === 'receive' ? this.#withPathOf(transaction, given) : given;
    });
    this.relay.wake();
    return answer;
  }

  /** The link stands in no answer that is kept for its key: it is made again. */
  async #withPathOf(transaction: Transaction, answer: GivenAnswer): Promise<GivenAnswer> {
    const { dossierId } = (answer.body as DossierView).dossier;
    return withLookUpPath(answer, await findOrMakeToken(transaction, this.tokens, { dossierId, now: this.parts.now() }));
  }
}
