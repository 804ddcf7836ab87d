import { Navigate, useLocation, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { intlLocale } from '../../format/locale.ts';
import { UndoBar } from '../../dossier/undo/undo-bar.tsx';
import { useLocale } from '../../i18n/use-format.ts';
import { Rail } from './rail.tsx';
import { IdleWatch } from '../../session/idle-watch.tsx';
import { useSession } from '../../session/session-context.ts';
import { TopBar } from './top-bar.tsx';
import { TrainingBanner } from './training-banner.tsx';
import './shell.css';

/** What stands around every page: the rail, the bar, the content. A wall shows the content alone. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { wall }: { wall?: boolean } = useSearch({ strict: false });
  const { isWall } = useSession();
  const isAtBoard = useLocation({ select: ({ pathname }) => pathname === '/board' });
  // Nothing but the board answers such a session.
  if (isWall && !isAtBoard) return <Navigate to="/board" />;
  const content = (
    <main id="content" className="content" tabIndex={-1}>
      {children}
    </main>
  );
  return (
    <I18nProvider locale={intlLocale[locale]}>
      {wall === true || isWall ? (
        <div className="wall">{content}</div>
      ) : (
        <div className="shell">
          <a className="skip" href="#content">
            {t('skip')}
          </a>
          <Rail />
          <div className="shell-main">
            <TopBar />
            <TrainingBanner />
            {content}
          </div>
          <UndoBar />
          <IdleWatch />
        </div>
      )}
    </I18nProvider>
  );
}
