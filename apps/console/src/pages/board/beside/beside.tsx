import type { Board } from '@motcua/contracts';
import type { BoardScope } from '../board-scope.ts';
import { CommuneTiles } from './commune-tiles.tsx';
import { DueAhead } from './due-ahead.tsx';
import { WhyLate } from './why-late.tsx';
import './beside.css';

/** What stands beside the ranking: what is coming, why things are late, where. */
export default function Beside({ board, scope }: { readonly board: Board; readonly scope: BoardScope }) {
  return (
    <div className="beside">
      {scope.asOf === undefined && <DueAhead unit={scope.unit} />}
      <WhyLate board={board} scope={scope} />
      <CommuneTiles scope={scope} />
    </div>
  );
}
