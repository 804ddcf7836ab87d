import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface FormLinkProps {
  readonly path: string;
  readonly children: ReactNode;
}

/** To a form as a PDF, beside what is on screen: the browser shows and prints it. */
export function FormLink({ path, children }: FormLinkProps) {
  const { t } = useTranslation('forms');
  return (
    <a className="slip-link" href={path} target="_blank" rel="noreferrer">
      <FileText size={14} aria-hidden /> {children} <span className="only-read">{t('newTab')}</span>
    </a>
  );
}
