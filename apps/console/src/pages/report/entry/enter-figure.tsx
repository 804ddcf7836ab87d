import type { SupervisionReport } from '@motcua/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMayAdminister } from '../../../session/use-may-administer.ts';
import { Button } from '../../../ui/button.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { findKind } from './figure-kinds.ts';

const route = getRouteApi('/report');

/** The way into the form, for whoever may enter what no dossier tells. */
export function EnterFigure({ figure, report }: { readonly figure: string; readonly report: SupervisionReport }) {
  const { t } = useTranslation('report');
  const mayEnter = useMayAdminister();
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const kind = findKind(figure);
  if (kind === undefined || !mayEnter) return null;
  const toggle = (isOpen: boolean) =>
    void navigate({ search: ({ edit: _before, ...rest }) => (isOpen ? { ...rest, edit: 'open' } : rest), resetScroll: false });
  return (
    <>
      <p className="figure-part">
        <Button
          onPress={() => {
            toggle(true);
          }}
        >
          {t('enter')}
        </Button>
      </p>
      {edit === 'open' && (
        <EntryDialog
          kind={kind}
          report={report}
          onClose={() => {
            toggle(false);
          }}
        />
      )}
    </>
  );
}
