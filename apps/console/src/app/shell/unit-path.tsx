import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { ScopeSearch } from '../../scope/scope-search.ts';
import { useScope } from '../../scope/use-scope.ts';

/** Where the unit lies, from the highest that the post may see; each opens the same page of that unit. */
export function UnitPath() {
  const { t } = useTranslation();
  const format = useFormat();
  const { path } = useScope();
  // The highest that one may see stands in the switcher and in the page's heading already.
  if (path.length < 2) return null;
  return (
    <nav aria-label={t('unitPath')}>
      <ol className="unit-path">
        {path.map(({ code, name }, index) => (
          <li key={code}>
            {index === path.length - 1 ? (
              <span aria-current="page">{format.name(name)}</span>
            ) : (
              <Link to="." search={(before: ScopeSearch) => ({ ...before, unit: code })}>
                {format.name(name)}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
