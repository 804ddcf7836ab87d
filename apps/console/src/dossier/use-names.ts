import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { proceduresQuery, unitsQuery } from '../api/reference-queries.ts';
import { useFormat } from '../i18n/use-format.ts';

/** The name of a unit; its code while nothing more is known. */
export function useUnitName(): (code: string) => string {
  const { data } = useQuery(unitsQuery);
  return useNames(data);
}

/** The name of a procedure; its code while nothing more is known. */
export function useProcedureName(): (code: string) => string {
  const { data } = useQuery(proceduresQuery);
  return useNames(data);
}

interface Named {
  readonly code: string;
  readonly name: { readonly vi: string; readonly en?: string | undefined };
}

function useNames(documents: readonly Named[] | undefined): (code: string) => string {
  const format = useFormat();
  const names = useMemo(() => new Map((documents ?? []).map(({ code, name }) => [code, format.name(name)])), [documents, format]);
  return useCallback((code) => names.get(code) ?? code, [names]);
}
