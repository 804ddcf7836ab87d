import { identityOf, type Actor } from '@motcua/auth';
import type { OpenDossier } from '@motcua/contracts';
import { answerOnce, toIdempotentRequest, type GivenAnswer } from '@motcua/http';
import type { Relay } from '@motcua/outbox';
import { inTransaction, toTransaction } from '@motcua/postgres';
import { RELAY } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
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
    @Inject(RELAY) private readonly relay: Relay,
  ) {}

  async open(actor: Actor, body: OpenDossier, key: string | undefined): Promise<GivenAnswer> {
    requireStorable(body);
    const answer = await this.#openOnce(actor, body, key);
    this.relay.wake();
    return answer;
  }

  async #openOnce(actor: Actor, body: OpenDossier, key: string | undefined): Promise<GivenAnswer> {
    const { pool, data, applicants, desk, now } = this.parts;
    const request = toIdempotentRequest({ actor: identityOf(actor), key, method: 'POST', path: '/v1/dossiers', body });
    // A receipt is one statement: without a key to remember, or an entry to keep beside it, it needs no transaction around it.
    if (request === undefined && body.action === 'receive' && body.desk === undefined) {
      const answer = await openDossier({ transaction: toTransaction(pool), data, applicants, desk, now: now() }, actor, body);
      return { ...answer, replayed: false };
    }
    return inTransaction(pool, (transaction) =>
      answerOnce(transaction, request, () => openDossier({ transaction, data, applicants, desk, now: now() }, actor, body)),
    );
  }

  async change(
    actor: Actor,
    id: string,
    request: ActionRequest,
    { key, expected }: { readonly key: string | undefined; readonly expected: number | undefined },
  ): Promise<GivenAnswer> {
    requireStorable(request.body);
    const { pool, data, reasons, now } = this.parts;
    const path = `/v1/dossiers/${id}/${request.action}`;
    const once = toIdempotentRequest({ actor: identityOf(actor), key, method: 'POST', path, body: request.body });
    const answer = await inTransaction(pool, async (transaction) => {
      await lockDossiers(transaction, [id]);
      return answerOnce(transaction, once, () =>
        changeDossier({ transaction, data, reasons, now: now(), actor, id, request, expected }),
      );
    });
    this.relay.wake();
    return answer;
  }
}
