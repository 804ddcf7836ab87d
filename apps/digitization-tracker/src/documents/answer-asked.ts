import { identityOf, type Actor } from '@motcua/auth';
import { answerOnce, applyAnswer, toIdempotentRequest } from '@motcua/http';
import type { Relay } from '@motcua/outbox';
import type { Transaction } from '@motcua/postgres';
import type { FastifyReply } from 'fastify';
import type { DocumentService } from './document.service.ts';
import type { DocumentRow } from './document-row.ts';
import { toState } from './views.ts';

/** Who asks, about which dossier, once a key. */
export interface Asked {
  readonly actor: Actor;
  readonly id: string;
  readonly key: string | undefined;
  readonly reply: FastifyReply;
}

interface Request {
  /** Below the dossier. */
  readonly path: string;
  readonly body: object;
  /** Dossiers that are written of beside the one that is asked about. */
  readonly alsoLock?: readonly string[];
}

/** Does a command once a key, in a transaction that holds its dossiers, and answers with the documents as they then stand. */
export async function answerAsked(
  { service, relay }: { readonly service: DocumentService; readonly relay: Relay },
  { actor, id, key, reply }: Asked,
  { path, body, alsoLock = [] }: Request,
  work: (transaction: Transaction) => Promise<DocumentRow>,
): Promise<unknown> {
  const request = toIdempotentRequest({
    actor: identityOf(actor),
    key,
    method: 'POST',
    path: `/v1/dossiers/${id}/${path}`,
    body,
  });
  const answer = await service.transact([id, ...alsoLock], (transaction) =>
    answerOnce(transaction, request, async () => ({ status: 200, body: toState(await work(transaction)) })),
  );
  relay.wake();
  return applyAnswer(reply, answer);
}
