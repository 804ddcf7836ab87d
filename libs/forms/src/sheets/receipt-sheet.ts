import type { FormFacts, HandedIn } from '../facts/form-facts.ts';
import { toLimitWords } from '../words/limit-words.ts';
import { toMomentWords } from '../words/moment-words.ts';
import { field, line, type SheetBody } from './sheet.ts';
import { byHand, toAsked, toWhose } from './whose.ts';

const ways = { counter: 'tại quầy', post: 'qua dịch vụ bưu chính công ích', online: 'trực tuyến' } as const;

/** Form 01: what was taken, and by when the result is promised. */
export function toReceiptSheet(facts: FormFacts): SheetBody {
  const { office, handedIn, limit, receivedAt, due, resultBy, fee, timeZone } = facts;
  const at = (moment: number | null): string | null => (moment === null ? null : toMomentWords(moment, timeZone));
  const place = resultBy?.place ?? (resultBy === undefined || resultBy.way === 'counter' ? office.counter : undefined);
  return {
    size: 'A5',
    blocks: [
      line(field('Bộ phận tiếp nhận', office.counter)),
      ...toWhose(facts, 'Tiếp nhận hồ sơ của'),
      toAsked(facts),
      { kind: 'list', label: 'Thành phần hồ sơ nộp gồm:', items: handedIn.map(toPaper) },
      line(field('Số lượng hồ sơ', '01 bộ'), field('Phí, lệ phí', fee === undefined ? null : toFee(fee))),
      line(field('Thời gian giải quyết hồ sơ theo quy định', limit === null ? null : toLimitWords(limit))),
      line(field('Thời gian nhận hồ sơ', at(receivedAt))),
      line(field('Thời gian trả kết quả giải quyết hồ sơ', at(due), true)),
      line(field('Đăng ký nhận kết quả', resultBy === undefined ? null : [ways[resultBy.way], place].filter(Boolean).join(', '))),
      line(field('Vào Sổ theo dõi hồ sơ, Quyển số', null), field('Số thứ tự', null)),
    ],
    signatures: [
      { who: 'Người nộp hồ sơ', how: byHand },
      { who: 'Người tiếp nhận hồ sơ', how: byHand },
    ],
    notes: [
      'Giấy này được lập thành 02 liên: 01 liên giao cho tổ chức, cá nhân nộp hồ sơ; 01 liên chuyển kèm theo hồ sơ giải quyết.',
      'Khi đến nhận kết quả, đề nghị mang theo giấy này và giấy tờ tùy thân.',
    ],
  };
}

/** “Giấy chứng sinh: 02 bản (01 bản chính)”. */
const toPaper = ({ name, copies, originals }: HandedIn): string =>
  `${name}: ${two(copies)} bản${originals === undefined ? '' : ` (${two(originals)} bản chính)`}`;

const two = (count: number): string => String(count).padStart(2, '0');

function toFee({ amount, receiptNumber, paid = true }: NonNullable<FormFacts['fee']>): string {
  const sum = `${String(amount).replace(/\B(?=(?:\d{3})+$)/gu, '.')} đồng`;
  if (!paid) return `${sum} (nộp khi nhận kết quả)`;
  return receiptNumber === undefined ? sum : `${sum} (biên lai số ${receiptNumber})`;
}
