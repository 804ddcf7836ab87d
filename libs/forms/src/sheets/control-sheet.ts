import { toLocalDate } from '@motcua/calendar';
import type { FormFacts } from '../facts/form-facts.ts';
import { toTimeliness, type HandOver } from '../facts/hand-over.ts';
import { toMomentWords, toShortMoment } from '../words/moment-words.ts';
import { field, line, type SheetBody } from './sheet.ts';
import { byHand } from './whose.ts';

const tick = '×';

/** Form 05 (06 of circular 03/2025): who had the dossier, from when to when, and whether they were done in time. */
export function toControlSheet(facts: FormFacts): SheetBody {
  const { office, procedure, applicant, receivedAt, due, handOvers, timeZone } = facts;
  return {
    size: 'A4',
    blocks: [
      line(field('Cơ quan giải quyết hồ sơ', office.name)),
      line(field('Thủ tục hành chính', procedure)),
      line(field('Người nộp hồ sơ', applicant?.name)),
      line(field('Thời gian nhận hồ sơ', receivedAt === null ? null : toMomentWords(receivedAt, timeZone))),
      line(field('Thời gian hẹn trả kết quả', due === null ? null : toMomentWords(due, timeZone), true)),
      {
        kind: 'table',
        columns: ['STT', 'Đơn vị giải quyết', 'Thời gian nhận', 'Thời gian giao', 'Trước hạn', 'Đúng hạn', 'Quá hạn', 'Ghi chú'],
        rows: handOvers.map((handOver, index) => toRow(handOver, index, facts)),
      },
    ],
    signatures: [
      { who: 'Người giao', how: byHand },
      { who: 'Người nhận', how: byHand },
    ],
    notes: [],
  };
}

function toRow(handOver: HandOver, index: number, { issuedAt, timeZone }: FormFacts): readonly string[] {
  const { unit, from, until, note = '' } = handOver;
  const timeliness = toTimeliness(handOver, issuedAt, (at) => toLocalDate(timeZone, at));
  return [
    String(index + 1),
    unit,
    toShortMoment(from, timeZone),
    until === null ? '' : toShortMoment(until, timeZone),
    ...(['early', 'on-time', 'late'] as const).map((one) => (one === timeliness ? tick : '')),
    note,
  ];
}
