import { useEffect, useRef, type RefObject } from 'react';

/** `Alt+1..3` go to a band's first field, `Ctrl+Enter` receives. */
export function useShortcuts(form: RefObject<HTMLFormElement | null>, onReceive: () => void): void {
  const receive = useRef(onReceive);
  useEffect(() => {
    receive.current = onReceive;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey && event.key === 'Enter') {
        event.preventDefault();
        receive.current();
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
