import { CallerSemaphore } from './caller-semaphore.ts';

export interface StreamLimits {
  /** Codes begin with it: `live.too-many`, `live.busy`. */
  readonly subject: string;
  readonly perSubject: number;
  readonly inAll: number;
}

/** Live streams (server-sent events): an open one costs memory and reads of its own for as long as its reader stays. */
export const createStreamSemaphore = ({ subject, perSubject, inAll }: StreamLimits): CallerSemaphore =>
  new CallerSemaphore({
    perCaller: perSubject,
    inAll,
    subject,
    titles: {
      tooMany: { vi: 'Đang mở quá nhiều luồng trực tiếp', en: 'Too many live streams are open' },
      busy: { vi: 'Hệ thống đang phục vụ nhiều luồng trực tiếp', en: 'Many live streams are open here' },
    },
    advice: 'Close one that is no longer watched, then open this one again',
    retryAfterSeconds: 10,
  });
