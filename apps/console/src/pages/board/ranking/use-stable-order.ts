import { useRef } from 'react';

/**
 * Rows keep their places while their figures move: the order is made once for what is looked at (`subject`), and new rows come at the end.
 *
 * @param sorted in the order that they would have now
 */
export function useStableOrder<Row>(sorted: readonly Row[], toKey: (row: Row) => string, subject: string): Row[] {
  const order = useRef<{ subject: string; keys: string[] }>({ subject: '', keys: [] });
  if (order.current.subject !== subject) order.current = { subject, keys: sorted.map(toKey) };
  const places = new Map(order.current.keys.map((key, place) => [key, place]));
  const placeOf = (row: Row): number => places.get(toKey(row)) ?? places.size;
  return [...sorted].sort((a, b) => placeOf(a) - placeOf(b));
}
