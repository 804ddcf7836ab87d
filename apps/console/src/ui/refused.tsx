import { useTranslation } from 'react-i18next';
import { ApiProblem, Unreachable } from '../api/problem.ts';
import { useLocale } from '../i18n/use-format.ts';
import './refused.css';

/** Why a command was not carried out, by which rule, and what to do; what was typed is still there. */
export function Refused({ error }: { readonly error: unknown }) {
  const sentence = useRefusal(error);
  const locale = useLocale();
  const rule = error instanceof ApiProblem && error.status !== 500 ? error.code : undefined;
  const advice = error instanceof ApiProblem && !isForbidden(error) ? error.toAdvice(locale) : undefined;
  return (
    <div className="refused" role="alert">
      <p>{sentence}</p>
      {advice !== undefined && advice !== sentence && <p>{advice}</p>}
      {rule !== undefined && <p className="refused-rule">{rule}</p>}
    </div>
  );
}

/** By one's post; who may not for another reason is told which. */
const isForbidden = ({ code }: ApiProblem): boolean => code === 'auth.forbidden';

/** The refusal as one sentence in the reader's language. */
export function useRefusal(error: unknown): string {
  const { t } = useTranslation('states');
  const locale = useLocale();
  if (error instanceof Unreachable) return `${t('unreachable')}. ${t('unreachableHow')}`;
  if (!(error instanceof ApiProblem)) return t('failed');
  if (isForbidden(error)) return `${t('notAllowed')}. ${t('notAllowedHow')}`;
  return error.toSentence(locale) ?? t('failed');
}
