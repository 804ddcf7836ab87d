import { GraduationCap } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session-context.ts';
import { useChangePost } from '../../session/use-change-post.ts';
import { useIsTraining } from '../../session/use-training.ts';
import { Button } from '../../ui/button.tsx';
import './training-banner.css';

/** Says on every page, and on every slip, that nothing here counts; and leads back to work. */
export function TrainingBanner() {
  const { t } = useTranslation();
  const isTraining = useIsTraining();
  const { posts } = useSession();
  const changePost = useChangePost();
  const mark = isTraining ? JSON.stringify(t('training.mark')) : '';
  useEffect(() => {
    document.documentElement.style.setProperty('--training-mark', mark);
  }, [mark]);
  if (!isTraining) return null;
  const [first] = posts;
  return (
    <aside className="training" aria-label={t('training.title')}>
      <GraduationCap size={18} aria-hidden />
      <span>{t('training.banner')}</span>
      {first === undefined ? null : (
        <Button
          onPress={() => {
            changePost(first);
          }}
        >
          {t('training.leave')}
        </Button>
      )}
    </aside>
  );
}
