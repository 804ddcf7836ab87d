import type { BoardScope } from '../board-scope.ts';
import { ReceiptHeat } from './receipt-heat.tsx';
import { MonthTrend } from './month-trend.tsx';
import './months.css';

/** How it went, month by month. */
export default function Months({ scope }: { readonly scope: BoardScope }) {
  return (
    <div className="months">
      <MonthTrend scope={scope} />
      <ReceiptHeat scope={scope} />
    </div>
  );
}
