import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useScope } from '../../scope/use-scope.ts';
import { Choice } from '../../ui/choice.tsx';
import { Loading } from '../../ui/states.tsx';
import { Ii06 } from './ii06.tsx';
import { Scores } from './scores.tsx';
import { findScoreSet, forms, ii06Forms } from './statutory-search.ts';
import './statutory.css';

const route = getRouteApi('/statutory');

/** The forms that law asks every office to hand in, as they will be handed in; each figure opens to what is behind it. */
export function StatutoryPage() {
  const { t } = useTranslation('statutory');
  const { unit } = useScope();
  const { form = 'ii06a' } = route.useSearch();
  const navigate = route.useNavigate();
  if (unit === undefined) return <Loading height={600} />;
  const set = findScoreSet(form);
  return (
    <article className="statutory">
      {/* Outside of what is answered: where a form does not hold in the period, another one can still be chosen. */}
      <div className="statutory-form">
        <Choice
          label={t('form')}
          options={forms.map((value) => ({ value, label: t(`forms.${value}`) }))}
          value={form}
          onChange={(value) => void navigate({ search: (before) => ({ ...before, form: value }) })}
        />
      </div>
      {set === undefined ? (
        <Ii06 form={ii06Forms.find((one) => one === form) ?? 'ii06a'} unit={unit} />
      ) : (
        <Scores set={set} unit={unit} />
      )}
    </article>
  );
}
