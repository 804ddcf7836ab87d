import type { AskedPaper } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { proceduresQuery } from '../../api/reference-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** What a paper is called: a component of the procedure by its code, another as it was named. */
export function usePaperName(procedure: string): (paper: AskedPaper) => string {
  const format = useFormat();
  const { data: procedures = [] } = useQuery(proceduresQuery);
  const components = procedures.find(({ code }) => code === procedure)?.components ?? [];
  return ({ code, name }) => {
    const known = components.find((component) => component.code === code);
    return known === undefined ? (name ?? code ?? '') : format.name(known.name);
  };
}
