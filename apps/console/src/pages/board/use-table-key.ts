import { useMemo, useState } from 'react';
import { useListKeys } from '../../ui/use-list-keys.ts';

/** Whether charts are shown as tables; `v` turns them, wherever one is on the page. */
export function useTableKey(): readonly [isTable: boolean, turn: () => void] {
  const [isTable, setTable] = useState(false);
  const keys = useMemo(() => {
    const turn = (): void => {
      setTable((was) => !was);
    };
    return { v: turn };
  }, []);
  useListKeys(keys);
  return [isTable, keys.v];
}
