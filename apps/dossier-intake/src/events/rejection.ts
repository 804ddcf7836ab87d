import type { Foreign } from '@motcua/access';
import type { EventsReceipt } from '@motcua/contracts';
import type { Refusal } from '@motcua/dossier';
import type { Language } from '@motcua/http';

/** A line that was not taken, and why. */
export interface Rejection {
  readonly line: number;
  readonly id: string | null;
  readonly code: string;
  readonly sentence: { readonly vi: string; readonly en: string };
  readonly about: string | undefined;
}

const sentences = {
  'event.malformed': {
    vi: 'Dòng này không phải JSON: hãy sửa và gửi lại.',
    en: 'This line is no JSON: repair it and send it again.',
  },
  'event.invalid': {
    vi: 'Sự kiện không đúng hợp đồng dữ liệu: hãy sửa trường được nêu.',
    en: 'The event does not keep the contract: repair the field that is named.',
  },
  'event.characters-invalid': {
    vi: 'Trường được nêu có ký tự điều khiển, xuống dòng hoặc ký tự ẩn: hãy xóa ký tự đó và viết trên một dòng.',
    en: 'The field that is named holds a control character, a line break or an invisible one: delete it and write one line.',
  },
  'event.type-unknown': {
    vi: 'Loại sự kiện không được hỗ trợ: hãy xem danh sách loại sự kiện.',
    en: 'This type of event is not taken: look at the list of types.',
  },
  'reference.incomplete': {
    vi: 'Thiếu danh mục để tính hạn: hãy bổ sung danh mục rồi gửi lại.',
    en: 'Reference data are missing: put them into the catalogue and send again.',
  },
} as const;

export const reject = (line: number, id: string | null, code: keyof typeof sentences, about?: string): Rejection => ({
  line,
  id,
  code,
  sentence: sentences[code],
  about,
});

export const toRejection = (line: number, id: string, refusal: Refusal | Foreign): Rejection => ({
  line,
  id,
  code: refusal.code,
  sentence: refusal.sentence,
  about: 'about' in refusal ? refusal.about : undefined,
});

export function toRefusedLine(
  { line, id, code, sentence, about }: Rejection,
  language: Language,
): EventsReceipt['refused'][number] {
  const text = sentence[language];
  return { line, id, code, message: about === undefined ? text : `${text} (${about})`, titles: sentence };
}
