import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tick } from '../../ui/tick.tsx';
import './slip.css';

const STORED = 'motcua.slips-on-a4';

/** Whether slips are printed in pairs, one for the citizen and one that stays; kept for this browser. */
export function usePair(): readonly [isPair: boolean, setPair: (isPair: boolean) => void] {
  const [isPair, setPair] = useState(() => localStorage.getItem(STORED) === 'pair');
  const set = (wished: boolean): void => {
    localStorage.setItem(STORED, wished ? 'pair' : 'single');
    setPair(wished);
  };
  return [isPair, set];
}

export function PairTick({ isPair, onChange }: { readonly isPair: boolean; readonly onChange: (isPair: boolean) => void }) {
  const { t } = useTranslation('slip');
  return (
    <Tick isSelected={isPair} onChange={onChange}>
      {t('pair')}
    </Tick>
  );
}

/** A slip on A5, or two of it side by side on A4. The second is for the eye alone. */
export const Paper = ({ isPair, children }: { readonly isPair: boolean; readonly children: ReactNode }) => (
  <div className={isPair ? 'slip-pair' : 'slip-single'}>
    {children}
    {isPair && <div aria-hidden>{children}</div>}
  </div>
);
