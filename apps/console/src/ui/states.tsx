import { CircleAlert, CloudOff, Lock, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, Unreachable } from '../api/problem.ts';
import { useLocale } from '../i18n/use-format.ts';
import { Button } from './button.tsx';
import './states.css';

/** What is not there yet; takes the room that it will take, so that nothing jumps. */
export function Loading({ height }: { readonly height?: number }) {
  const { t } = useTranslation('states');
  return (
    <div className="state state-loading" role="status" style={{ minHeight: height }}>
      <span className="only-read">{t('loading')}</span>
    </div>
  );
}

export function Empty({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation('states');
  return <p className="state state-empty">{children ?? t('empty')}</p>;
}

/** The words for a figure that nobody has. */
export function NoData() {
  const { t } = useTranslation('states');
  return (
    <span className="no-data">
      <span aria-hidden>– </span>
      {t('noData')}
    </span>
  );
}

export interface FailedProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Whether it stands where a page would: then it is what the page is called. */
  readonly isPage?: boolean;
}

/** What went wrong, in the API's own words where it has some, and the way on. Not being allowed is no failure and looks like none. */
export function Failed({ error, onRetry, isPage = false }: FailedProps) {
  const { t } = useTranslation('states');
  const locale = useLocale();
  if (error instanceof ApiProblem && error.status === 403)
    return <Notice icon={<Lock aria-hidden />} title={t('notAllowed')} how={t('notAllowedHow')} isPage={isPage} />;
  const retry = onRetry === undefined ? undefined : <Button onPress={onRetry}>{t('retry')}</Button>;
  if (error instanceof Unreachable)
    return (
      <Notice icon={<CloudOff aria-hidden />} title={t('unreachable')} how={t('unreachableHow')} action={retry} isPage={isPage} />
    );
  const problem = error instanceof ApiProblem ? error : undefined;
  const id = problem?.body.requestId;
  const how = problem?.toAdvice(locale) ?? t('failedHow');
  return (
    <Notice
      icon={<CircleAlert aria-hidden />}
      title={problem?.toSentence(locale) ?? t('failed')}
      how={id === undefined ? how : `${how} ${t('request', { id })}`}
      action={retry}
      isError
      isPage={isPage}
    />
  );
}

export function NotFound({ home }: { readonly home: ReactNode }) {
  const { t } = useTranslation('states');
  return <Notice icon={<SearchX aria-hidden />} title={t('notFound')} how={t('notFoundHow')} action={home} isPage />;
}

interface NoticeProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly how: string;
  readonly action?: ReactNode;
  readonly isError?: boolean;
  readonly isPage?: boolean;
}

const Notice = ({ icon, title, how, action, isError = false, isPage = false }: NoticeProps) => (
  <div className={isError ? 'state state-notice state-error' : 'state state-notice'} role={isError ? 'alert' : 'status'}>
    {icon}
    {isPage ? <h1 className="state-title">{title}</h1> : <p className="state-title">{title}</p>}
    <p className="state-how">{how}</p>
    {action}
  </div>
);
