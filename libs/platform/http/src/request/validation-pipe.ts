import { listStrangeTexts } from '@motcua/contracts';
import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { z } from 'zod';
import { findUnstorable } from './storable.ts';
import { ProblemError } from '../problem/problem-error.ts';
import type { ToldFieldError } from '../problem/problem-error.ts';
import { toMessages, type Issue } from './issue-messages.ts';

/**
 * Validates every `@Body({ schema })`, `@Query({ schema })`, `@Param('x', { schema })`: 400 `request.invalid` with all errors. Before
 * that, 400 `request.not-storable` for a text that no table can keep, in whatever a handler is given of the path, the query or the
 * body: a question with NUL in it would end in the database; and 400 `request.invalid` for a text of a body or a path with a character
 * that its schema does not let it hold: a line break in a name. A handler that takes a body as it is (no schema) looks for itself.
 */
export function createValidationPipe(): StandardSchemaValidationPipe {
  return new StorableValidationPipe({ exceptionFactory: toValidationProblem });
}

class StorableValidationPipe extends StandardSchemaValidationPipe {
  override transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const isTaken = metadata.type === 'custom' || (metadata.type === 'body' && metadata.schema === undefined);
    const place = isTaken ? undefined : findUnstorable(value);
    if (place !== undefined) throw notStorable([...(metadata.data === undefined ? [] : [metadata.data]), ...place]);
    const { type, schema, data } = metadata;
    const isKept = type === 'body' ? schema instanceof z.ZodType : type === 'param';
    const strange = isKept ? listStrangeTexts(schema instanceof z.ZodType ? schema : anyText, value) : [];
    if (strange.length > 0) throw toValidationProblem(strange, data === undefined ? '' : `/${data}`);
    return super.transform(value, metadata);
  }
}

const anyText = z.string();

const notStorable = (path: readonly string[]): ProblemError =>
  new ProblemError({
    status: 400,
    code: 'request.not-storable',
    titles: { vi: 'Nội dung có ký tự không lưu được', en: 'The request holds characters that cannot be kept' },
    detail: {
      vi: 'Hãy bỏ ký tự NUL và ký tự bị cắt nửa rồi gửi lại.',
      en: 'Leave out NUL and halves of characters, and send the request again.',
    },
    errors: [toFieldError({ message: 'holds NUL or half of a character', vi: 'có ký tự NUL hoặc ký tự bị cắt nửa', path }, '')],
  });

/** Issues of zod (or any Standard Schema) as a problem; `prefix` is the pointer of the part that was validated. */
export function toValidationProblem(issues: readonly Issue[], prefix = ''): ProblemError {
  return new ProblemError({
    status: 400,
    code: 'request.invalid',
    titles: { vi: 'Yêu cầu không hợp lệ', en: 'The request is not valid' },
    detail: {
      vi: 'Hãy sửa các trường được nêu trong “errors” rồi gửi lại.',
      en: `Correct ${issues.length === 1 ? 'the field' : 'the fields'} named in "errors" and send the request again.`,
    },
    errors: issues.map((issue) => toFieldError(issue, prefix)),
  });
}

function toFieldError(issue: Issue, prefix: string): ToldFieldError {
  const { path = [] } = issue;
  const segments = path.map((part) => String(typeof part === 'object' ? part.key : part));
  return {
    pointer: prefix + segments.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    messages: toMessages(issue),
  };
}
