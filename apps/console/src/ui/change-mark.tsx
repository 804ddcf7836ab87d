import { useFormat } from '../i18n/use-format.ts';
import { useChange } from './use-change.ts';
import './change-mark.css';

/** `▲ 3` beside a count that just changed, for a few seconds; nothing moves for it. */
export function ChangeMark({ value, subject }: { readonly value: number | null; readonly subject: string }) {
  const change = useChange(value, subject);
  const format = useFormat();
  return (
    <span className="change-mark" aria-hidden>
      {change === undefined ? '' : `${change > 0 ? '▲' : '▼'} ${format.count(Math.abs(change))}`}
    </span>
  );
}
