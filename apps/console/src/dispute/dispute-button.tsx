import { Flag } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session-context.ts';
import type { Disputed } from './disputed.ts';
import './dispute.css';

const DisputeDialog = lazy(() => import('./dispute-dialog.tsx'));

export interface DisputeButtonProps {
  readonly about: Disputed;
  /** What the figure is called. Absent: words instead of a sign, for what stands on the whole page. */
  readonly name?: string;
}

/** The way to say that a figure is wrong, to whoever answers for it. */
export function DisputeButton({ about, name }: DisputeButtonProps) {
  const { t } = useTranslation('dispute');
  const { post } = useSession();
  const [asks, setAsks] = useState(false);
  // Figures are no auditor's.
  if (post.role === 'auditor') return null;
  return (
    <>
      <button
        type="button"
        className={name === undefined ? 'dispute link-button' : 'dispute dispute-sign'}
        aria-label={name === undefined ? undefined : t('of', { name })}
        title={name === undefined ? undefined : t('title')}
        onClick={() => {
          setAsks(true);
        }}
      >
        {name === undefined ? t('title') : <Flag size={14} aria-hidden />}
      </button>
      {asks && (
        <Suspense>
          <DisputeDialog
            about={about}
            name={name}
            onClose={() => {
              setAsks(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
