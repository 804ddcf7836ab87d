import { useEffect, useRef, useState } from 'react';

const SHOWN_MS = 6_000;

/** By how much a number just changed; undefined when it has been still for a while, and when it is another number altogether (`subject`). */
export function useChange(value: number | null, subject: string): number | undefined {
  const last = useRef({ value, subject });
  const [change, setChange] = useState<number>();
  useEffect(() => {
    const before = last.current;
    last.current = { value, subject };
    if (before.subject !== subject || before.value === null || value === null || before.value === value) return;
    setChange(value - before.value);
    const timer = setTimeout(() => {
      setChange(undefined);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [value, subject]);
  return change;
}
