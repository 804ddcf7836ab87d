import type { Recommendation } from '@motcua/contracts';
import { toTable } from '@motcua/terminal';

const states: Readonly<Record<Recommendation['status'], string>> = {
  open: 'chưa thực hiện / open',
  'in-progress': 'đang thực hiện / in progress',
  done: 'đã thực hiện / done',
};

/** @param today local date, by which what is not done is late */
export function toRecommendationLines(recommendations: readonly Recommendation[], today: string): string[] {
  if (recommendations.length === 0) return ['Chưa có kiến nghị / Nothing was recommended'];
  const columns = [
    'KIẾN NGHỊ / RECOMMENDATION',
    'ĐƠN VỊ / OWNER',
    'THỜI HẠN / DUE',
    'TÌNH TRẠNG / STATUS',
    'VĂN BẢN / EVIDENCE',
    'MÃ / ID',
  ];
  const rows = recommendations.map((one) => [one.words, one.owner, one.due, toState(one, today), toEvidence(one), one.id]);
  return [
    toTable(
      columns.map((title) => ({ title })),
      rows,
    ),
  ];
}

function toState({ status, due }: Recommendation, today: string): string {
  return status !== 'done' && due < today ? `${states[status]} · quá hạn / late` : states[status];
}

/** What the last step showed. */
const toEvidence = ({ steps }: Recommendation): string =>
  (steps.at(-1)?.evidence ?? []).map(({ documentNumber, date }) => `${documentNumber} (${date})`).join(', ');
