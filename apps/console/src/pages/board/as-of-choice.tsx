import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';

const AsOfDialog = lazy(() => import('./as-of-dialog.tsx'));
const route = getRouteApi('/board');

/** The present, or a moment in the past at which the board is looked at as it stood. */
export function AsOfChoice({ asOf }: { readonly asOf: string | undefined }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const navigate = route.useNavigate();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button
        onPress={() => {
          setAsks(true);
        }}
      >
        {asOf === undefined ? t('asOfLabel') : `${t('asOfLabel')} ${format.moment(asOf)}`}
      </Button>
      {asOf !== undefined && (
        <Button kind="quiet" onPress={() => void navigate({ search: ({ asOf: _before, ...rest }) => rest })}>
          {t('asOfNow')}
        </Button>
      )}
      {asks && (
        <Suspense>
          <AsOfDialog
            asOf={asOf}
            onChoose={(moment) => void navigate({ search: (before) => ({ ...before, asOf: moment }) })}
            onClose={() => {
              setAsks(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
