import type { EventsReceipt } from '@motcua/contracts';
import {
  answerOnce,
  findAnswer,
  ProblemError,
  storeAnswer,
  toIdempotentRequest,
  type GivenAnswer,
  type Language,
} from '@motcua/http';
import { inTransaction, isUniqueViolation } from '@motcua/postgres';
import { parseText, parseValue, readLines, type LineOutcome } from './parse-lines.ts';
import { takeEvents, type TakeEventsParts } from './take-events.ts';

export interface EventsRequest {
  /** Text of a bulk content type, or what a JSON body was parsed to. */
  readonly body: unknown;
  readonly contentType: string | undefined;
  readonly language: Language;
  /** Recorded with the events. */
  readonly actor: string;
  /** Under whom the answer to a key is kept. */
  readonly caller: string;
  readonly key: string | undefined;
}

/** `POST /v1/events`: events know themselves whether they are there already; a key repeats the first answer word for word. */
export class EventIntake {
  constructor(private readonly parts: TakeEventsParts) {}

  async take(request: EventsRequest): Promise<GivenAnswer> {
    const { body, caller, key } = request;
    const lines = toLines(request);
    const work = async () => ({ status: 200, body: await takeEvents(this.parts, lines, request) });
    const once = toIdempotentRequest({ actor: caller, key, method: 'POST', path: '/v1/events', body });
    if (once === undefined) return { ...(await work()), replayed: false };

    const { pool } = this.parts;
    const finding = await inTransaction(pool, (transaction) => findAnswer(transaction, once));
    // Anything but "new" is answered or refused without the work.
    if (finding.kind !== 'new') return inTransaction(pool, (transaction) => answerOnce(transaction, once, work));
    // The work is many transactions; a twin meanwhile finds its events there, so that nothing is taken twice.
    const answer = await work();
    await this.remember(once, answer);
    return { ...answer, replayed: false };
  }

  private async remember(
    once: Parameters<typeof storeAnswer>[1],
    answer: { status: number; body: EventsReceipt },
  ): Promise<void> {
    try {
      await inTransaction(this.parts.pool, (transaction) => storeAnswer(transaction, once, answer));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
}

/** Lines are parsed as they are taken: a large body is never there a second time as objects. */
function toLines({ body, contentType }: EventsRequest): Iterable<LineOutcome> {
  if (typeof body !== 'string') return listValues(body).map((value, index) => parseValue(index + 1, value));
  if (contentType?.startsWith('application/x-ndjson') === true) return parseLines(body);
  return listValues(parseDocument(body)).map((value, index) => parseValue(index + 1, value));
}

function* parseLines(body: string): Generator<LineOutcome> {
  for (const { line, text } of readLines(body)) yield parseText(line, text);
}

const listValues = (body: unknown): readonly unknown[] => (Array.isArray(body) ? body : [body]);

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
