import type { IndicatorView } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { indicatorsQuery } from '../../api/board-queries.ts';
import { formatDate } from '../../format/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Answer } from '../../ui/answer.tsx';
import './indicators.css';

/** How every figure is counted, and by what it was laid down. */
export function IndicatorsPage() {
  const { t } = useTranslation();
  const query = useQuery(indicatorsQuery);
  return (
    <article>
      <h1>{t('pages.indicators')}</h1>
      <Answer query={query} height={600}>
        {(indicators) => <Definitions indicators={indicators} />}
      </Answer>
    </article>
  );
}

function Definitions({ indicators }: { readonly indicators: readonly IndicatorView[] }) {
  const { t } = useTranslation('list');
  const format = useFormat();
  const { hash } = useLocation();
  // They come after the page: the browser found no such place when it looked for it.
  useEffect(() => {
    document.getElementById(hash)?.scrollIntoView({ block: 'center' });
  }, [hash]);
  return (
    <div className="definitions">
      {indicators.map(({ id, version, validFrom, name, formula, source }) => (
        <section key={id} id={id} className={id === hash ? 'definition definition-asked' : 'definition'}>
          <h2>{format.name(name)}</h2>
          <p className="definition-id">
            {id} · v{version} · {formatDate(validFrom)}
          </p>
          <dl>
            <dt>{t('formula')}</dt>
            <dd>{format.name(formula)}</dd>
            <dt>{t('source')}</dt>
            <dd>{source}</dd>
          </dl>
        </section>
      ))}
    </div>
  );
}
