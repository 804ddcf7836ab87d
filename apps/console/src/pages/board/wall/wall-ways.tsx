import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session-context.ts';
import { signOut } from '../../../session/session.ts';
import { useLeave } from '../../../outbox/use-leave.ts';
import { Button } from '../../../ui/button.tsx';

const WallDialog = lazy(() => import('./wall-dialog.tsx'));
const route = getRouteApi('/board');

/** The figures alone, large; and such a screen left to itself for the day, or taken back. */
export function WallWays() {
  const { t } = useTranslation('board');
  const { isWall } = useSession();
  const { wall } = route.useSearch();
  const navigate = route.useNavigate();
  const leave = useLeave();
  const [asks, setAsks] = useState(false);
  if (isWall)
    return (
      <Button
        onPress={() => {
          leave(signOut);
        }}
      >
        {t('wallTakeDown')}
      </Button>
    );
  return (
    <>
      {wall === true && (
        <Button
          onPress={() => {
            setAsks(true);
          }}
        >
          {t('wallHang')}
        </Button>
      )}
      <Button
        onPress={() => void navigate({ search: ({ wall: was, ...rest }) => (was === true ? rest : { ...rest, wall: true }) })}
      >
        {wall === true ? t('wallEnd') : t('wall')}
      </Button>
      {asks && (
        <Suspense>
          <WallDialog
            onClose={() => {
              setAsks(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
