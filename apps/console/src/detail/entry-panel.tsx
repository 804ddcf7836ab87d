import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDetail } from './use-detail.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';

export interface EntryPanelProps {
  readonly title: string;
  readonly mayEdit: boolean;
  readonly children: ReactNode;
}

/** The details of what is open, with the ways to change and to close it. */
export function EntryPanel({ title, mayEdit, children }: EntryPanelProps) {
  const { t } = useTranslation('edit');
  const { choose } = useDetail();
  return (
    <Panel
      title={title}
      aside={
        <span className="entry-ways">
          {mayEdit && (
            <Button
              onPress={() => {
                choose({ edit: 'open' });
              }}
            >
              {t('change')}
            </Button>
          )}
          <Button
            kind="quiet"
            aria-label={t('close')}
            onPress={() => {
              choose({ open: undefined, edit: undefined });
            }}
          >
            <X size={16} aria-hidden />
          </Button>
        </span>
      }
    >
      {children}
    </Panel>
  );
}
