import { ProblemError } from '@motcua/http';

export const notReturned = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'rating.not-returned',
    titles: {
      vi: 'Hồ sơ chưa trả kết quả nên chưa đánh giá được',
      en: 'The dossier has not been returned and cannot be rated yet',
    },
    detail: 'Return the result first; then the citizen can rate it.',
  });

export const alreadyRated = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'rating.already-given',
    titles: { vi: 'Hồ sơ này đã được đánh giá', en: 'This dossier has been rated already' },
    detail: 'A dossier is rated once. Nothing was changed.',
  });

export const counterClosed = (minutes: number): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'rating.counter-closed',
    titles: {
      vi: 'Đã hết thời gian đánh giá tại quầy, người dân đánh giá bằng liên kết trong thông báo',
      en: 'The time for rating at the counter is over; the citizen rates by the link of the notice',
    },
    detail: `A counter makes the link within ${minutes} minutes after the return. The notice about the return has a link of its own.`,
  });

export const tokenInvalid = (): ProblemError =>
  new ProblemError({
    status: 401,
    code: 'rating.token-invalid',
    titles: { vi: 'Liên kết đánh giá không hợp lệ', en: 'The link for rating is not valid' },
    detail: 'Use the link of the notice as it is; shortly after the return the counter can show another.',
  });

export const tokenExpired = (): ProblemError =>
  new ProblemError({
    status: 410,
    code: 'rating.token-expired',
    titles: { vi: 'Liên kết đánh giá đã hết hạn', en: 'The link for rating has expired' },
    detail: 'Use the link of the notice about the return, or of a newer one.',
  });

export const answersInvalid = (detail: string): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'rating.answers-invalid',
    titles: { vi: 'Câu trả lời chưa đúng bộ câu hỏi', en: 'The answers do not fit the questions' },
    detail,
  });

export const commentInvalid = (detail: string): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'rating.comment-invalid',
    titles: { vi: 'Ý kiến không lưu được', en: 'The comment cannot be kept' },
    detail,
  });
