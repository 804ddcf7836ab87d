import { ProblemError } from '@motcua/http';
import type { ReferenceData } from '../reference/reference-data.ts';

/** What is handed in, or asked for. */
interface Paper {
  readonly code?: string | undefined;
}

/**
 * Components are those that the procedure asks for on the day of receipt; what else is handed in has a name and no code.
 *
 * @throws ProblemError 422 naming the codes there are, and never what was written instead
 */
export function requireComponents(data: ReferenceData, procedure: string, date: string, papers: readonly Paper[]): void {
  const given = papers.flatMap(({ code }) => code ?? []);
  if (given.length === 0) return;
  const components = data.listComponents(procedure, date);
  const known = new Set(components.map(({ code }) => code));
  if (given.some((code) => !known.has(code))) throw unknownComponent([...known]);
  if (new Set(given).size < given.length) throw repeatedComponent();
}

const unknownComponent = (codes: readonly string[]): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'command.component-unknown',
    titles: {
      vi: 'Thủ tục không có thành phần hồ sơ này; giấy tờ khác thì ghi tên thay cho mã',
      en: 'The procedure has no such component; give another paper by its name instead of a code',
    },
    detail:
      'A component’s code is one that the catalogue lists for the procedure on the day of receipt (extension `components`).',
    extensions: { components: codes },
  });

const repeatedComponent = (): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'command.component-repeated',
    titles: {
      vi: 'Một thành phần hồ sơ được ghi hai lần; hãy ghi một lần với số bản',
      en: 'A component is named twice; name it once with its number of copies',
    },
    detail: {
      vi: 'Mỗi mã giấy tờ ghi một lần; số bản ghi ở `copies`.',
      en: 'Each code stands once; `copies` says how many were handed in.',
    },
  });
