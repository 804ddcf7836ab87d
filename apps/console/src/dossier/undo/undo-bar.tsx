import { Undo2, X } from 'lucide-react';
import { useCallback, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LastDone } from '../../api/create-last-done.ts';
import { lastDone } from '../../api/last-done.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { RefusalLine } from './refusal-line.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';
import { useUndo } from './use-undo.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import './undo.css';

/** So long it is said that something was undone. */
const SAID_MS = 6000;

/** At the foot of every page: what one did last, and the way back as long as there is one. */
export function UndoBar() {
  const { t } = useTranslation('dossier');
  const last = useSyncExternalStore(lastDone.subscribe, lastDone.read);
  const undo = useUndo();
  const { reset } = undo;
  const [saidOf, setSaidOf] = useState<string>();
  const refused = undo.data ?? [];
  const isUndone = undo.isSuccess && refused.length === 0;
  useEffect(() => {
    if (!isUndone) return undefined;
    const timer = setTimeout(reset, SAID_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isUndone, reset]);
  // What was refused belongs to what was done then, and not to what was done since.
  const isOfThis = last === undefined || last.run === saidOf;
  return (
    <div className="undo-place no-print" role="status">
      {isUndone && last === undefined && <p className="undo-bar">{t('undo.undone')}</p>}
      {last !== undefined && (
        <Offer
          key={last.run}
          last={last}
          isPending={undo.isPending}
          onUndo={() => {
            setSaidOf(last.run);
            undo.mutate(last.dossiers);
          }}
        >
          {isOfThis && refused.map((refusal) => <RefusalLine key={refusal.done.dossierId} refusal={refusal} />)}
        </Offer>
      )}
    </div>
  );
}

interface OfferProps {
  readonly last: LastDone;
  readonly isPending: boolean;
  readonly onUndo: () => void;
  readonly children: ReactNode;
}

function Offer({ last: { dossiers }, isPending, onUndo, children }: OfferProps) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const [first] = dossiers;
  const until = dossiers.map((done) => done.until).sort()[0] ?? '';
  const left = useSecondsLeft(until);
  const press = useCallback(() => {
    if (!isPending) onUndo();
  }, [isPending, onUndo]);
  useUndoKeys(press);
  useEffect(() => {
    if (left === 0) lastDone.forget();
  }, [left]);
  if (first === undefined || left === 0) return null;
  const event = t(`events.${first.name}`);
  return (
    <section className="undo-bar" aria-label={t('undo.label')}>
      <p>
        {dossiers.length === 1
          ? t('undo.done', { event, code: first.code ?? first.dossierId.slice(-6) })
          : t('undo.doneMany', { event, number: format.count(dossiers.length) })}{' '}
        <span className="only-read">{t('undo.until', { at: format.clock(until) })}</span>
      </p>
      <Button isDisabled={isPending} onPress={press} aria-keyshortcuts="u Control+Z">
        <Undo2 size={16} aria-hidden /> {t('undo.button')}
        <span className="undo-left" aria-hidden>
          {Math.floor(left / 60)}:{String(left % 60).padStart(2, '0')}
        </span>
      </Button>
      <Button
        kind="quiet"
        aria-label={t('undo.close')}
        onPress={() => {
          lastDone.forget();
        }}
      >
        <X size={16} aria-hidden />
      </Button>
      {children}
    </section>
  );
}
