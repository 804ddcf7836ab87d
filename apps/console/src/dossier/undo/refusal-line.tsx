import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useRefusal } from '../../ui/refused.tsx';
import type { Refusal } from './use-undo.ts';

/** Which dossier stayed as it was, why, and what to do. */
export function RefusalLine({ refusal: { done, error } }: { readonly refusal: Refusal }) {
  const { t } = useTranslation('dossier');
  const locale = useLocale();
  const usual = useRefusal(error);
  // Of what is refused for whose it is, the sentence of the rule says more than that it is not allowed.
  const sentence = (error instanceof ApiProblem ? error.toSentence(locale) : undefined) ?? usual;
  return <p className="undo-refused">{t('undo.refused', { code: done.code ?? done.dossierId.slice(-6), sentence })}</p>;
}
