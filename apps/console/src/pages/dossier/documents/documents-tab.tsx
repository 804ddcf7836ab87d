import type { ComponentLine, DossierComponents, StoredFile } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { documentsQuery, toComponentAddress, toResultAddress } from '../../../api/document-queries.ts';
import type { ReadDossier } from '../../../api/dossier-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Empty } from '../../../ui/states.tsx';
import { FileDrop } from './file-drop.tsx';
import { FileList } from './file-list.tsx';
import { Reusable } from './reusable.tsx';
import './documents.css';

const handlers = ['counter', 'specialist', 'head', 'admin'];

/** The papers that the procedure asks for and the results it ends with, each with its files. */
export function DocumentsTab({ view: { dossier } }: { readonly view: ReadDossier }) {
  const query = useQuery(documentsQuery(dossier.dossierId));
  return (
    <Answer query={query} height={160}>
      {(documents) => <Documents documents={documents} timeZone={dossier.timeZone} />}
    </Answer>
  );
}

function Documents({ documents, timeZone }: { readonly documents: DossierComponents; readonly timeZone: string }) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const { dossierId, components, results } = documents;
  const missing = components.filter(({ status }) => status === 'not-digitized').length;
  if (components.length === 0 && results.length === 0) return <Empty>{t('documents.none')}</Empty>;
  return (
    <>
      <h3>
        {t('documents.components')} ·{' '}
        {missing === 0 ? t('documents.complete') : t('documents.counts', { number: format.count(missing) })}
      </h3>
      <ul className="documents">
        {components.map((component) => (
          <li key={component.number}>
            <p className="document-name">
              {component.number}. {format.name(component.name)}
            </p>
            <p className="dialog-hint">
              <ComponentState component={component} />
            </p>
            <Files
              id={dossierId}
              files={component.files}
              timeZone={timeZone}
              to={toComponentAddress(dossierId, component.number)}
            />
            <Reusable proposals={component.proposals} />
          </li>
        ))}
      </ul>
      <h3>{t('documents.results')}</h3>
      <ul className="documents">
        {results.map((result) => (
          <li key={result.code}>
            <p className="document-name">{format.name(result.name)}</p>
            <Files id={dossierId} files={result.files} timeZone={timeZone} to={toResultAddress(dossierId, result.code)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ComponentState({ component: { status, copies } }: { readonly component: ComponentLine }) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  return `${t(`documents.statuses.${status}`)} · ${t('documents.copies', { number: format.count(copies) })}`;
}

interface FilesProps {
  readonly id: string;
  readonly files: readonly StoredFile[];
  readonly timeZone: string;
  readonly to: string;
}

function Files({ id, files, timeZone, to }: FilesProps) {
  const { post } = useSession();
  return (
    <>
      <FileList id={id} files={files} timeZone={timeZone} />
      {handlers.includes(post.role) && <FileDrop dossierId={id} to={to} />}
    </>
  );
}
