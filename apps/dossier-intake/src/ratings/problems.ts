import { ProblemError } from '@motcua/http';

export const notReturned = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'rating.not-returned',
    titles: {
      vi: 'Hồ sơ chưa trả kết quả nên chưa đánh giá được',
      en: 'The dossier has not been returned and cannot be rated yet',
    },
    detail: {
      vi: 'Hãy trả kết quả trước, sau đó người nộp mới đánh giá được.',
      en: 'Return the result first; then the citizen can rate it.',
    },
  });

export const alreadyRated = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'rating.already-given',
    titles: { vi: 'Hồ sơ này đã được đánh giá', en: 'This dossier has been rated already' },
    detail: {
      vi: 'Mỗi hồ sơ được đánh giá một lần. Không có gì thay đổi.',
      en: 'A dossier is rated once. Nothing was changed.',
    },
  });

export const counterClosed = (minutes: number): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'rating.counter-closed',
    titles: {
      vi: 'Đã hết thời gian đánh giá tại quầy, người dân đánh giá bằng liên kết trong thông báo',
      en: 'The time for rating at the counter is over; the citizen rates by the link of the notice',
    },
    detail: {
      vi: `Quầy tạo liên kết trong vòng ${minutes} phút sau khi trả kết quả. Thông báo trả kết quả có liên kết riêng.`,
      en: `A counter makes the link within ${minutes} minutes after the return. The notice about the return has a link of its own.`,
    },
  });

export const tokenInvalid = (): ProblemError =>
  new ProblemError({
    status: 401,
    code: 'rating.token-invalid',
    titles: { vi: 'Liên kết đánh giá không hợp lệ', en: 'The link for rating is not valid' },
    detail: {
      vi: 'Hãy dùng nguyên liên kết trong thông báo; ngay sau khi trả kết quả, quầy có thể tạo liên kết khác.',
      en: 'Use the link of the notice as it is; shortly after the return the counter can show another.',
    },
  });

export const tokenExpired = (): ProblemError =>
  new ProblemError({
    status: 410,
    code: 'rating.token-expired',
    titles: { vi: 'Liên kết đánh giá đã hết hạn', en: 'The link for rating has expired' },
    detail: {
      vi: 'Hãy dùng liên kết trong thông báo trả kết quả, hoặc liên kết mới hơn.',
      en: 'Use the link of the notice about the return, or of a newer one.',
    },
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
