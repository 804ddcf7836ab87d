import type { SendResult } from '../../channels/channel.port.ts';
import { toUnmarked } from '../../templates/sms-form.ts';

/** So many signs in a row are a repetition and no chance. */
const RUN = 12;
const REPEATED = 'The provider repeated the message; what it said is not kept.';

/**
 * Answers of providers are stored as proof, and some repeat what they were sent. One that repeats what an officer wrote is not kept: it
 * is recognised with marks and without, however it is escaped.
 */
export function withoutWords<Result extends SendResult>(result: Result, words: string): Result {
  return repeats(result.answer, words) ? { ...result, answer: REPEATED } : result;
}

function repeats(answer: string, words: string): boolean {
  const [said, written] = [toSigns(answer), toSigns(words)];
  if (written.length <= RUN) return written.length > 3 && said.includes(written);
  return Array.from({ length: written.length - RUN + 1 }, (_, at) => written.slice(at, at + RUN)).some((run) =>
    said.includes(run),
  );
}

/** Letters and digits alone, in small letters and without marks. */
const toSigns = (text: string): string =>
  toUnmarked(unescape(text))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Of JSON: `\u1ebf` is one letter. */
const unescape = (text: string): string =>
  text.replace(/\\u([\da-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
