import type { StoredFile } from '@motcua/contracts';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toFileAddress } from '../../../api/document-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** Files of a paper: what each is, whether it is signed, who attached it when; kept here, it opens. */
export function FileList({
  id,
  files,
  timeZone,
}: {
  readonly id: string;
  readonly files: readonly StoredFile[];
  readonly timeZone: string;
}) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  return (
    <ul className="files">
      {files.map((file, index) => (
        <li key={file.fileId}>
          <FileText size={15} aria-hidden />
          {file.erasedAt === null && file.heldBy === null ? (
            <a href={toFileAddress(id, file.fileId)} download>
              {t('documents.open', { number: format.count(index + 1) })}
            </a>
          ) : (
            <span>{file.heldBy === null ? t('documents.erased') : t('documents.elsewhere', { system: file.heldBy.system })}</span>
          )}
          {file.pages !== null && <span>{t('documents.pages', { number: format.count(file.pages) })}</span>}
          {file.signature !== 'none' && (
            <span className={file.signature === 'verified' ? 'status-onTime' : 'status-late'}>
              {t(`documents.signatures.${file.signature}`)}
            </span>
          )}
          <span className="dialog-hint">
            {file.by} · {format.moment(file.at, timeZone)}
          </span>
        </li>
      ))}
    </ul>
  );
}
