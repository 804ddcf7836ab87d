import { Link } from '@tanstack/react-router';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session-context.ts';
import { Button } from '../../ui/button.tsx';
import { rails } from '../pages.ts';
import './rail.css';

const STORED = 'motcua.rail';

/** The pages of one's post, at the left; on a phone the first four of them, at the bottom. */
export function Rail() {
  const { t } = useTranslation();
  const { post } = useSession();
  const [isNarrow, setNarrow] = useState(() => localStorage.getItem(STORED) === 'narrow');
  const toggle = (): void => {
    localStorage.setItem(STORED, isNarrow ? 'wide' : 'narrow');
    setNarrow(!isNarrow);
  };
  return (
    <nav className={isNarrow ? 'rail rail-narrow' : 'rail'} aria-label={t('rail')}>
      <div className="rail-mark">
        <img src="/mark.svg" alt="" width={28} height={28} />
        <span className="rail-word">{t('name')}</span>
      </div>
      <ul className="rail-entries">
        {rails[post.role].map(({ to, page, icon: Icon }) => (
          <li key={to}>
            <Link to={to} className="rail-entry" title={isNarrow ? t(`pages.${page}`) : undefined}>
              <Icon size={18} aria-hidden />
              <span className="rail-word">{t(`pages.${page}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="rail-foot">
        <Button kind="quiet" onPress={toggle} aria-label={isNarrow ? t('expand') : t('collapse')} aria-expanded={!isNarrow}>
          {isNarrow ? <PanelLeftOpen size={18} aria-hidden /> : <PanelLeftClose size={18} aria-hidden />}
        </Button>
      </div>
    </nav>
  );
}
