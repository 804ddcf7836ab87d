import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { isCode } from './look-up-search.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What is looked for, where it may be somebody's number: it stands in no address. */
    lookUp?: string;
  }
}

/** Opens the look-up with what was typed. */
export function useLookUp(): (text: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (text) => {
      const q = text.trim();
      if (q === '') return;
      void navigate({ to: '/look-up', search: isCode(q) ? { q } : {}, state: (before) => ({ ...before, lookUp: q }) });
    },
    [navigate],
  );
}
