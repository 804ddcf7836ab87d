import type { DossierAction } from '@motcua/contracts';
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { findNextAction } from '../next-action.ts';
import '../../ui/choice.css';
import './actions.css';

export interface ActionBarProps {
  readonly status: number;
  readonly actions: readonly DossierAction[];
  readonly onChoose: (action: DossierAction) => void;
}

/** What is asked next as the biggest button; whatever else is lawful is behind one key. */
export function ActionBar({ status, actions, onChoose }: ActionBarProps) {
  const { t } = useTranslation('dossier');
  const [isOpen, setOpen] = useState(false);
  useListKeys({
    '.': () => {
      setOpen(true);
    },
  });
  const next = findNextAction(status, actions);
  // Undone is from the bar at the foot, with the time that is left.
  const others = actions.filter((action) => action !== next && action !== 'revert');
  if (actions.length === 0) return <p className="dialog-hint">{t('nothingAsked')}</p>;
  return (
    <div className="action-bar">
      {next === undefined ? (
        <span className="dialog-hint">{t('nothingAsked')}</span>
      ) : (
        <Button
          kind="main"
          onPress={() => {
            onChoose(next);
          }}
        >
          {t(`actions.${next}`)}
        </Button>
      )}
      {others.length > 0 && (
        <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
          <Button aria-keyshortcuts=".">
            <MoreHorizontal size={16} aria-hidden /> {t('otherActions')}
          </Button>
          <Popover className="popover">
            <Menu
              className="menu"
              onAction={(key) => {
                const chosen = others.find((action) => action === key);
                if (chosen !== undefined) onChoose(chosen);
              }}
            >
              {others.map((action) => (
                <MenuItem key={action} id={action} className="menu-item">
                  {t(`actions.${action}`)}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
    </div>
  );
}
