import { useTranslation } from 'react-i18next';
import { ApiProblem, Unreachable } from '../api/problem.ts';
import { useLocale } from '../i18n/use-format.ts';
import './refused.css';

/** Why a command was not carried out, by which rule, and what to do; what was typed is still there. */
export function Refused({ error }: { readonly error: unknown }) {
  const sentence = useRefusal(error);
  const rule = error instanceof ApiProblem && error.status !== 500 ? error.code : undefined;
  return (
    <div className="refused" role="alert">
      <p>{sentence}</p>
      {rule !== undefined && <p className="refused-rule">{rule}</p>}
    </div>
  );
}

/** The refusal as one sentence in the reader's language. */
export function useRefusal(error: unknown): string {
  const { t } = useTranslation('states');
  const locale = useLocale();
  if (error instanceof Unreachable) return `${t('unreachable')}. ${t('unreachableHow')}`;
  if (!(error instanceof ApiProblem)) return t('failed');
  if (error.status === 403) return `${t('notAllowed')}. ${t('notAllowedHow')}`;
  return error.toSentence(locale) ?? t('failed');
}
