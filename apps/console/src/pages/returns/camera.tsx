import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createReader } from './picture-reader.ts';

const LOOKS_EVERY_MS = 200;

/** What the camera sees; each code in it is read once until another comes. */
export function Camera({ onScan }: { readonly onScan: (text: string) => void }) {
  const { t } = useTranslation('returns');
  const video = useRef<HTMLVideoElement>(null);
  const [isRefused, setRefused] = useState(false);
  const told = useRef(onScan);
  useEffect(() => {
    told.current = onScan;
  });
  useEffect(() => {
    let isGone = false;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let before = '';
    const start = async (): Promise<void> => {
      const read = await createReader();
      const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      stream = opened;
      const screen = video.current;
      if (isGone || screen === null) {
        stop();
        return;
      }
      screen.srcObject = opened;
      await screen.play();
      const look = async (): Promise<void> => {
        // A picture that cannot be looked at, as while the camera turns on, shows nothing; the next one may.
        const text = await read(screen).catch(() => null);
        if (isGone) return;
        if (text !== null && text !== before) told.current(text);
        before = text ?? before;
        timer = setTimeout(() => void look(), LOOKS_EVERY_MS);
      };
      await look();
    };
    const stop = (): void => {
      isGone = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    start().catch(() => {
      if (!isGone) setRefused(true);
    });
    return stop;
  }, []);
  if (isRefused)
    return (
      <p className="refused" role="alert">
        {t('cameraRefused')}
      </p>
    );
  return <video ref={video} className="returns-camera" aria-label={t('cameraView')} muted playsInline />;
}
