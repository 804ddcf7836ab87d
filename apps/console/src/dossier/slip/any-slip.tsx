import type { Slip } from '@motcua/contracts';
import { ReceiptSlip } from './receipt-slip.tsx';
import { toSlipKind } from './slip-kinds.ts';
import { StepSlip } from './step-slip.tsx';

/** The slip that belongs to a step. @param reprint the how manieth time it is printed again; 0: it is the first print */
export function AnySlip({ slip, reprint }: { readonly slip: Slip; readonly reprint: number }) {
  const kind = toSlipKind(slip.step.type);
  if (kind === undefined) return null;
  return kind === 'received' ? (
    <ReceiptSlip {...slip} reprint={reprint} />
  ) : (
    <StepSlip kind={kind} slip={slip} reprint={reprint} />
  );
}
