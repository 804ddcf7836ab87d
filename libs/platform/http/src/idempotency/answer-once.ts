import { isUniqueViolation, type Transaction } from '@motcua/postgres';
import { ProblemError } from '../problem/problem-error.ts';
import type { Answer, GivenAnswer } from './answer.ts';
import { findAnswer, storeAnswer } from './idempotency-store.ts';
import type { IdempotentRequest } from './idempotent-request.ts';

/**
 * Does the work once per key: call it first thing in the transaction the work runs in. Same key and body → the stored answer,
 * `replayed: true`. Refusals are thrown, roll the transaction back and are not stored: a repetition is judged anew.
 *
 * @param request undefined (no key given) just does the work
 * @throws ProblemError 422 `idempotency.key-reused` · 409 `idempotency.in-flight`
 */
export async function answerOnce(
  transaction: Transaction,
  request: IdempotentRequest | undefined,
  work: () => Promise<Answer>,
): Promise<GivenAnswer> {
  if (request === undefined) return { ...(await work()), replayed: false };
  const finding = await findAnswer(transaction, request);
  switch (finding.kind) {
    case 'stored':
      return { ...finding.answer, replayed: true };
    case 'key-reused':
      throw keyReused();
    case 'in-flight':
      throw inFlight();
    case 'new': {
      const answer = await work();
      await store(transaction, request, answer);
      return { ...answer, replayed: false };
    }
  }
}

async function store(transaction: Transaction, request: IdempotentRequest, answer: Answer): Promise<void> {
  try {
    await storeAnswer(transaction, request, answer);
  } catch (error) {
    throw isUniqueViolation(error, 'idempotency_key_pkey') ? inFlight(error) : error;
  }
}

const keyReused = () =>
  new ProblemError({
    status: 422,
    code: 'idempotency.key-reused',
    titles: { vi: 'Khóa chống lặp đã dùng cho yêu cầu khác', en: 'The idempotency key was used for another request' },
    detail: {
      vi: 'Yêu cầu mới cần Idempotency-Key mới; gửi lại thì giữ nguyên nội dung.',
      en: 'Use a new Idempotency-Key for a new request; repeat a request with exactly the same body.',
    },
  });

const inFlight = (cause?: unknown) =>
  new ProblemError({
    status: 409,
    code: 'idempotency.in-flight',
    titles: { vi: 'Yêu cầu cùng khóa đang được xử lý', en: 'A request with the same key is being handled' },
    detail: {
      vi: 'Hãy chờ một lát rồi gửi lại với cùng khóa để nhận câu trả lời.',
      en: 'Wait a moment and repeat the request with the same key to get its answer.',
    },
    headers: { 'retry-after': '1' },
    cause,
  });
