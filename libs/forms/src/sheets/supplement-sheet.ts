import type { FormFacts } from '../facts/form-facts.ts';
import { field, line, paragraph, type SheetBody } from './sheet.ts';
import { byHand, toAsked, toReason, toWhose } from './whose.ts';

/** Form 02: what is to be completed, why, and whom to ask. */
export function toSupplementSheet(facts: FormFacts): SheetBody {
  const { office, step, receivedAt } = facts;
  const telephone = office.telephone ?? '…………………………';
  return {
    size: 'A4',
    blocks: [
      ...toWhose(facts, 'Hồ sơ của'),
      toAsked(facts),
      { kind: 'list', label: 'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:', items: step.papers ?? [] },
      line(field('Lý do', toReason(facts))),
      paragraph(
        receivedAt === null
          ? 'Hồ sơ được tiếp nhận khi đã được bổ sung đầy đủ, hợp lệ; thời hạn giải quyết được tính từ khi tiếp nhận.'
          : 'Thời hạn giải quyết tạm dừng cho đến khi hồ sơ được bổ sung, hoàn thiện đầy đủ.',
      ),
      paragraph(
        `Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông (Bà) liên hệ với ${office.counter}, số điện thoại ${telephone} để được hướng dẫn./.`,
      ),
    ],
    signatures: [
      { who: 'Người nộp hồ sơ', how: byHand },
      { who: 'Người hướng dẫn', how: byHand },
    ],
    notes: [],
  };
}
