import type { DossierSnapshot, SlipEvent } from '@motcua/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export interface SlipOfferProps {
  readonly kind: SlipEvent;
  /** As it is after the step. */
  readonly dossier: DossierSnapshot;
  readonly onClose: () => void;
}

/** It is done; the citizen waits for the paper. */
export function SlipOffer({ kind, dossier, onClose }: SlipOfferProps) {
  const { t } = useTranslation('slip');
  const navigate = useNavigate();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
  }, []);
  const { dossierId: id, dossierVersion, code, sourceCode } = dossier;
  return (
    <Dialog title={`${t('recorded')} · ${code ?? sourceCode ?? ''}`} onClose={onClose}>
      <div className="dialog-form">
        <p>{t(`kinds.${kind}.title`)}</p>
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('later')}</Button>
          <Button
            kind="main"
            ref={button}
            onPress={() => {
              void navigate({ to: '/dossiers/$id/slips/$version', params: { id, version: String(dossierVersion) } });
            }}
          >
            {t('print')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
