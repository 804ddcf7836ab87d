import { ofStatus, ProblemError } from '@motcua/http';
import type { Route } from '../routes.ts';

/** What a route says of a body that is larger than its limit. */
export type TooLarge = () => ProblemError;

/**
 * A scan cannot be sent in parts as a list of events can: the same is said as by the service that takes files.
 *
 * @param limit bytes
 */
export const tooLargeFor = (bodyLimit: Route['bodyLimit'], limit: number): TooLarge =>
  bodyLimit === 'UPLOAD_BODY_LIMIT_BYTES' ? () => fileTooLarge(limit) : () => bodyTooLarge(limit);

const bodyTooLarge = (limit: number) => ofStatus(413, `A body has ${limit} bytes at most here; send it in several parts.`);

function fileTooLarge(limit: number): ProblemError {
  // In whole MiB the limit is the file's: what is over is left to the form around it.
  const most = `${Math.floor(limit / 1_048_576)} MB`;
  const en = `The file is larger than ${most}: scan at a lower resolution or split it.`;
  const vi = `Tệp lớn hơn ${most}: hãy quét ở độ phân giải thấp hơn hoặc tách thành nhiều tệp.`;
  return new ProblemError({ status: 413, code: 'file.too-large', titles: { vi, en }, detail: en });
}
