import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { takeCsrfToken } from '../../../api/request.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.ts';
import { leaveAtWall, sessionQuery } from '../../../session/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Refused } from '../../../ui/refused.tsx';

/** What becomes of the session when its screen is left to all who pass by. */
export default function WallDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('board');
  const { t: words } = useTranslation('period');
  const format = useFormat();
  const { endsAt } = useSession();
  const client = useQueryClient();
  const hanging = useMutation({
    mutationFn: leaveAtWall,
    onSuccess: (session) => {
      takeCsrfToken(session);
      client.setQueryData(sessionQuery.queryKey, session);
    },
  });
  return (
    <Dialog title={t('wallHang')} onClose={onClose}>
      <div className="dialog-form">
        <p>{t('wallText')}</p>
        <p>{t('wallUntil', { at: format.moment(endsAt) })}</p>
        {hanging.error !== null && <Refused error={hanging.error} />}
        <div className="dialog-actions">
          <Button onPress={onClose}>{words('cancel')}</Button>
          <Button
            kind="main"
            isDisabled={hanging.isPending}
            onPress={() => {
              hanging.mutate();
            }}
          >
            {t('wallHang')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
