import type { FormFacts } from '../facts/form-facts.ts';
import { toMomentWords } from '../words/moment-words.ts';
import { field, line, paragraph, type SheetBody } from './sheet.ts';
import { bySeal, toReason } from './whose.ts';

const dots = '……………………';

/** Form 04: the result is not ready as appointed; why, and when it will be. Signed by the head. */
export function toApologySheet(facts: FormFacts): SheetBody {
  const { office, applicant, code, procedure, receivedAt, step, issuedAt, timeZone } = facts;
  const at = (moment: number | null | undefined): string =>
    moment === null || moment === undefined ? dots : toMomentWords(moment, timeZone);
  const isLate = typeof step.previousDue === 'number' && Math.floor(issuedAt / 60_000) > Math.floor(step.previousDue / 60_000);
  return {
    size: 'A4',
    blocks: [
      line(field('Kính gửi', applicant?.name)),
      line(field('Địa chỉ', applicant?.address)),
      paragraph(
        `${office.name} tiếp nhận hồ sơ đề nghị giải quyết thủ tục “${procedure}” của Ông (Bà), mã số ${code ?? dots}, lúc ${at(receivedAt)}.`,
      ),
      paragraph(`Thời gian hẹn trả kết quả giải quyết hồ sơ: ${at(step.previousDue)}.`),
      paragraph(
        isLate
          ? `Tuy nhiên đến nay, ${office.name} chưa trả kết quả giải quyết hồ sơ cho Ông (Bà) đúng thời hạn ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.`
          : `Tuy nhiên, ${office.name} chưa thể trả kết quả giải quyết hồ sơ cho Ông (Bà) đúng thời hạn ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.`,
      ),
      line(field('Lý do', toReason(facts))),
      paragraph('Chúng tôi xin lỗi vì sự chậm trễ này và sẽ trả kết quả giải quyết hồ sơ cho Ông (Bà) vào:'),
      line(field('Thời gian hẹn lại', at(step.newDue), true)),
      paragraph('Mong Ông (Bà) thông cảm vì sự chậm trễ này./.'),
    ],
    signatures: [
      { who: 'Người nhận', how: '(Ký và ghi rõ họ tên)' },
      { who: 'Thủ trưởng cơ quan, đơn vị', how: bySeal },
    ],
    notes: [],
  };
}
