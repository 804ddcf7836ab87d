import type { DossierView } from '@motcua/contracts';
import type { GivenAnswer } from '@motcua/http';
import { toLookUpPath } from './look-up-path.ts';

/** The answer to a receipt, with the link for its slip. */
export function withLookUpPath(answer: GivenAnswer, token: string): GivenAnswer {
  const view = answer.body as DossierView;
  const { code } = view.dossier;
  return code === null ? answer : { ...answer, body: { ...view, lookUpPath: toLookUpPath(code, token) } };
}
