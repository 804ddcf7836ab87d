import { Camera as CameraIcon } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import type { LastScan } from './use-scans.ts';
import '../../ui/text-field.css';

// What reads pictures is loaded when somebody asks for it.
const Camera = lazy(async () => ({ default: (await import('./camera.tsx')).Camera }));

/** Where a scanner types: a text and Enter, again and again, without a hand on the mouse. */
export function ScanForm({ last, onScan }: { readonly last: LastScan | undefined; readonly onScan: (text: string) => void }) {
  const { t } = useTranslation('returns');
  const [isCamera, setCamera] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <>
      <form
        className="returns-scan"
        onSubmit={(event) => {
          event.preventDefault();
          if (field.current === null) return;
          onScan(field.current.value);
          field.current.value = '';
          field.current.focus();
        }}
      >
        <input
          ref={field}
          className="text-field-input"
          aria-label={t('scan')}
          placeholder={t('scan')}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit">{t('add')}</Button>
        <Button
          onPress={() => {
            setCamera(!isCamera);
          }}
        >
          <CameraIcon size={16} aria-hidden /> {t(isCamera ? 'cameraOff' : 'camera')}
        </Button>
      </form>
      <p className="returns-last" role="status">
        {last !== undefined && t(last.kind, { code: last.text, text: last.text })}
      </p>
      {isCamera && (
        <Suspense fallback={null}>
          <Camera onScan={onScan} />
        </Suspense>
      )}
    </>
  );
}
