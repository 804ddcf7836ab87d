import type { FormFacts } from '../facts/form-facts.ts';
import { toMomentWords } from '../words/moment-words.ts';
import { field, line, paragraph, type SheetBody } from './sheet.ts';
import { byHand, bySeal, toAsked, toReason, toWhose } from './whose.ts';

/** Form 05 of circular 03/2025: the handling of a dossier is stopped (NĐ 118/2025 Art. 21). */
export function toStoppingSheet(facts: FormFacts): SheetBody {
  const { office, receivedAt, issuedAt, timeZone } = facts;
  return {
    size: 'A4',
    blocks: [
      ...toWhose(facts, 'Kính gửi'),
      toAsked(facts),
      ...(receivedAt === null ? [] : [line(field('Thời gian nhận hồ sơ', toMomentWords(receivedAt, timeZone)))]),
      paragraph(`${office.name} thông báo dừng giải quyết hồ sơ nêu trên kể từ ${toMomentWords(issuedAt, timeZone)}.`),
      line(field('Lý do', toReason(facts))),
      paragraph(
        receivedAt === null
          ? 'Hồ sơ dừng khi chưa được tiếp nhận. Trường hợp còn nhu cầu, đề nghị Ông (Bà) nộp hồ sơ mới./.'
          : `Ông (Bà) liên hệ với ${office.counter}${office.telephone === undefined ? '' : `, số điện thoại ${office.telephone},`} để nhận lại giấy tờ đã nộp (nếu có)./.`,
      ),
    ],
    signatures: [
      { who: 'Người nhận', how: byHand },
      { who: 'Thủ trưởng cơ quan, đơn vị', how: bySeal },
    ],
    notes: [],
  };
}
