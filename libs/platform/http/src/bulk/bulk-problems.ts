import { ProblemError } from '../problem/problem-error.ts';
import { ofStatus } from '../problem/to-problem-error.ts';

export const bodyTooLarge = (limit: number) =>
  ofStatus(413, `A body has ${limit} bytes at most, unpacked; send it in several parts.`);

export const lineTooLong = (line: number, limit: number) =>
  new ProblemError({
    status: 413,
    code: 'upload.line-too-long',
    titles: { vi: 'Dòng quá dài', en: 'A line is too long' },
    detail: `Line ${line} has more than ${limit} bytes, the limit of a line: shorten it and send the rest again.`,
  });

export const packedTooTightly = (limit: number) =>
  new ProblemError({
    status: 413,
    code: 'upload.ratio-too-high',
    titles: { vi: 'Nội dung nén quá chặt', en: 'The body is packed too tightly' },
    detail: `A body unpacks to ${limit} times its size at most: send it without Content-Encoding.`,
  });

export const uploadCut = (cause?: unknown) =>
  new ProblemError({
    status: 400,
    code: 'upload.cut',
    titles: { vi: 'Dữ liệu gửi lên bị đứt giữa chừng', en: 'The upload ended before its end' },
    detail: 'Send it again: what was taken is known by (source, id) and is not taken twice.',
    cause,
  });

export const uploadSilent = (silenceMs: number) =>
  new ProblemError({
    status: 408,
    code: 'upload.silent',
    titles: { vi: 'Không nhận được dữ liệu trong thời gian chờ', en: 'Nothing came for too long' },
    detail: `No byte came for ${Math.round(silenceMs / 1_000)} seconds. Send it again: what was taken is known by (source, id).`,
  });

export const notGzip = (cause: unknown) => ofStatus(400, 'The body is not the gzip it says it is.', cause);

export const encodingUnknown = () => ofStatus(415, 'Send the body as it is, or with Content-Encoding: gzip.');
