import type { SourceActor } from '@motcua/auth';
import type { EventsReceipt } from '@motcua/contracts';
import {
  answerOnce,
  BulkBody,
  findAnswer,
  ProblemError,
  storeAnswer,
  toIdempotentRequest,
  type CallerSemaphore,
  type GivenAnswer,
  type Language,
} from '@motcua/http';
import { inTransaction, isUniqueViolation } from '@motcua/postgres';
import type { EventLimits } from './event-limits.ts';
import { parseText, parseValue } from './parse-lines.ts';
import { takeEvents, type ReadLine, type TakeEventsParts } from './take-events.ts';

export interface EventsRequest {
  /** An unread body of a bulk content type, or what a JSON body was parsed to. */
  readonly body: unknown;
  readonly language: Language;
  /** Whose events they are; its subject is recorded with them. */
  readonly reporter: SourceActor;
  /** The import session by which the events come; null: they are live. */
  readonly session: string | null;
  /** Under whom the answer to a key is kept, and uploads are counted. */
  readonly caller: string;
  readonly key: string | undefined;
}

export interface EventIntakeParts extends TakeEventsParts {
  readonly limits: EventLimits;
  readonly uploads: CallerSemaphore;
}

/** `POST /v1/events`: events know themselves whether they are there already; for a document a key repeats the first answer word for word. */
export class EventIntake {
  constructor(private readonly parts: EventIntakeParts) {}

  /** @throws ProblemError 400, 413, 429, 503: see the limits */
  async take(request: EventsRequest): Promise<GivenAnswer> {
    const { body, session, reporter } = request;
    if (session !== null) await this.parts.sessions.hear(session, reporter.source);
    return body instanceof BulkBody && body.isLines ? this.#takeLines(body, request) : this.#takeDocument(request);
  }

  async #takeLines(body: BulkBody, request: EventsRequest): Promise<GivenAnswer> {
    if (request.key !== undefined) throw keyNotTaken();
    const leave = this.parts.uploads.enter(request.caller);
    try {
      const receipt = await takeEvents(this.parts, readLines(body, this.parts.limits), request);
      return { status: 200, body: receipt, replayed: false };
    } finally {
      leave();
    }
  }

  async #takeDocument(request: EventsRequest): Promise<GivenAnswer> {
    const { caller, key, session } = request;
    const path = session === null ? '/v1/events' : `/v1/events of ${session}`;
    const body = request.body instanceof BulkBody ? await request.body.text(this.parts.limits.document) : request.body;
    const lines = toValues(body).map((value, index) => ({ outcome: parseValue(index + 1, value), length: 0 }));
    const work = async () => ({ status: 200, body: await takeEvents(this.parts, atOnce(lines), request) });
    const once = toIdempotentRequest({ actor: caller, key, method: 'POST', path, body });
    if (once === undefined) return { ...(await work()), replayed: false };

    const { pool } = this.parts;
    const finding = await inTransaction(pool, (transaction) => findAnswer(transaction, once));
    // Anything but "new" is answered or refused without the work.
    if (finding.kind !== 'new') return inTransaction(pool, (transaction) => answerOnce(transaction, once, work));
    // The work is many transactions; a twin meanwhile finds its events there, so that nothing is taken twice.
    const answer = await work();
    await this.#remember(once, answer);
    return { ...answer, replayed: false };
  }

  async #remember(once: Parameters<typeof storeAnswer>[1], answer: { status: number; body: EventsReceipt }): Promise<void> {
    try {
      await inTransaction(this.parts.pool, (transaction) => storeAnswer(transaction, once, answer));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
}

/** Each line is parsed when its turn comes: no more of the body is there as objects than a window holds. */
async function* readLines(body: BulkBody, { lines: limits }: EventLimits): AsyncGenerator<Iterable<ReadLine>> {
  for await (const some of body.lines(limits)) yield parseAll(some);
}

function* parseAll(lines: Iterable<{ readonly line: number; readonly text: string }>): Generator<ReadLine> {
  for (const { line, text } of lines) yield { outcome: parseText(line, text), length: text.length };
}

async function* atOnce(lines: readonly ReadLine[]): AsyncGenerator<readonly ReadLine[]> {
  yield await Promise.resolve(lines);
}

function toValues(body: unknown): readonly unknown[] {
  const document = typeof body === 'string' ? parseDocument(body) : body;
  return Array.isArray(document) ? document : [document];
}

function parseDocument(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ProblemError({
      status: 400,
      code: 'request.malformed',
      titles: { vi: 'Nội dung không phải JSON', en: 'The body is no JSON' },
      detail: 'Send one CloudEvent or a JSON array of them; for one event a line use application/x-ndjson.',
      cause,
    });
  }
}

const keyNotTaken = () =>
  new ProblemError({
    status: 400,
    code: 'upload.key-not-taken',
    titles: { vi: 'NDJSON không nhận khóa chống lặp', en: 'NDJSON takes no idempotency key' },
    detail: 'Leave out Idempotency-Key: each line is known by its (source, id), and sending it again changes nothing.',
  });
