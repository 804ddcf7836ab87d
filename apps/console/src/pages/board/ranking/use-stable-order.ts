import { useState } from 'react';

/**
 * Rows keep their places while their figures move: the order is made once for what is looked at (`subject`), and new rows come at the end.
 *
 * @param sorted in the order that they would have now
 */
export function useStableOrder<Row>(sorted: readonly Row[], toKey: (row: Row) => string, subject: string): Row[] {
  const [order, setOrder] = useState(() => ({ subject, keys: sorted.map(toKey) }));
  if (order.subject !== subject) setOrder({ subject, keys: sorted.map(toKey) });
  const places = new Map(order.keys.map((key, place) => [key, place]));
  const placeOf = (row: Row): number => places.get(toKey(row)) ?? places.size;
  return [...sorted].sort((a, b) => placeOf(a) - placeOf(b));
}
