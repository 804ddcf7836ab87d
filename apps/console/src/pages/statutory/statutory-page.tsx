import { getRouteApi } from '@tanstack/react-router';
import { useScope } from '../../scope/use-scope.ts';
import { Loading } from '../../ui/states.tsx';
import { Ii06 } from './ii06.tsx';
import { Scores } from './scores.tsx';
import { findScoreSet, ii06Forms } from './statutory-search.ts';
import './statutory.css';

const route = getRouteApi('/statutory');

/** The forms that law asks every office to hand in, as they will be handed in; each figure opens to what is behind it. */
export function StatutoryPage() {
  const { unit } = useScope();
  const { form = 'ii06a' } = route.useSearch();
  if (unit === undefined) return <Loading height={600} />;
  const set = findScoreSet(form);
  return (
    <article className="statutory">
      {set === undefined ? (
        <Ii06 form={ii06Forms.find((one) => one === form) ?? 'ii06a'} unit={unit} />
      ) : (
        <Scores set={set} unit={unit} />
      )}
    </article>
  );
}
