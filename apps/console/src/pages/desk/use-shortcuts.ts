import { useEffect, useRef, type RefObject } from 'react';

export interface Shortcuts {
  readonly onReceive: () => void;
  readonly onMore: () => void;
}

/** `Alt+1..3` go to a band's first field, `Alt+4` shows what is seldom asked for, `Ctrl+Enter` receives. */
export function useShortcuts(form: RefObject<HTMLFormElement | null>, shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey && event.key === 'Enter') {
        event.preventDefault();
        latest.current.onReceive();
      }
      if (event.altKey && event.code === 'Digit4') {
        event.preventDefault();
        latest.current.onMore();
      }
      // By its place: with Alt some keyboards write another sign.
      const band = /^Digit([1-3])$/.exec(event.code)?.[1];
      if (!event.altKey || band === undefined) return;
      event.preventDefault();
      form.current?.querySelector<HTMLElement>(`[data-band='${band}'] :is(.field-input, .search-input)`)?.focus();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [form]);
}
