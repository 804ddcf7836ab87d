import { CallerSemaphore } from '@motcua/http';
import type { Config } from '../config.ts';

/** An upload holds a window of lines and up to two connections of the database while it runs: so many at once, and no more. */
export const createUploadSemaphore = (config: Config): CallerSemaphore =>
  new CallerSemaphore({
    perCaller: config.EVENTS_UPLOADS_PER_CALLER,
    inAll: config.EVENTS_UPLOADS_AT_ONCE,
    subject: 'upload',
    titles: {
      tooMany: { vi: 'Đang gửi quá nhiều tệp cùng lúc', en: 'Too many uploads at once' },
      busy: { vi: 'Hệ thống đang nhận nhiều tệp', en: 'Many uploads are being taken' },
    },
    advice: 'Wait until an upload has ended, then send this one again',
    retryAfterSeconds: 2,
  });
