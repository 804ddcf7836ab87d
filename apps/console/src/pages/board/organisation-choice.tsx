import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '../../scope/organisation.ts';
import { Choice } from '../../ui/choice.tsx';

const route = getRouteApi('/board');

/** Under which units dossiers are counted: those that owned them, or those that go on with them today. */
export function OrganisationChoice({ organisation }: { readonly organisation: Organisation | undefined }) {
  const { t } = useTranslation('board');
  const navigate = route.useNavigate();
  return (
    <Choice
      label={t('organisation')}
      options={[
        { value: 'as-was', label: t('asWas') },
        { value: 'as-is', label: t('asIs') },
      ]}
      value={organisation ?? 'as-was'}
      onChange={(value) =>
        void navigate({
          search: ({ organisation: _before, ...rest }) => (value === 'as-is' ? { ...rest, organisation: value } : rest),
        })
      }
    />
  );
}
