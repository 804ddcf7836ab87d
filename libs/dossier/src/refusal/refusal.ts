import type { ClockRefusal } from '../due/due.ts';
import { sentences, type DossierRefusalCode } from './sentences.ts';

/** An expected "no": a stable code for programs and a sentence for people. `calendar.…` codes come from the arithmetic. */
export interface Refusal {
  readonly code: DossierRefusalCode | `calendar.${string}`;
  readonly sentence: { readonly vi: string; readonly en: string };
  /** What the refusal is about, for example the missing field. */
  readonly about?: string;
  /** What a program needs to do better, as JSON. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export function refuse(code: DossierRefusalCode, about?: string): Refusal {
  return { code, sentence: sentences[code], ...(about === undefined ? {} : { about }) };
}

export function toRefusal({ code, message }: ClockRefusal): Refusal {
  const vi = 'Không tính được hạn trả: hãy kiểm tra thời hạn, thời điểm và lịch làm việc.';
  return { code: code as `calendar.${string}`, sentence: { vi, en: message } };
}

export const isRefusal = (outcome: readonly unknown[] | Refusal): outcome is Refusal => !Array.isArray(outcome);
