import { useTranslation } from 'react-i18next';
import { DropZone, FileTrigger } from 'react-aria-components';
import { Button } from '../../../ui/button.tsx';
import { Refused } from '../../../ui/refused.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { useUploads } from './use-uploads.ts';

/** Takes files by drag, paste or choice, and shows how far each is. */
export function FileDrop({ dossierId, to }: { readonly dossierId: string; readonly to: string }) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const { uploads, start } = useUploads(dossierId, to);
  return (
    <>
      <DropZone
        className="file-drop"
        onDrop={({ items }) => {
          for (const item of items) if (item.kind === 'file') void item.getFile().then(start);
        }}
      >
        <span>{t('documents.drop')}</span>
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={['application/pdf', 'image/png', 'image/jpeg', 'image/tiff', 'application/xml', 'text/xml']}
          onSelect={(files) => {
            for (const file of files ?? []) start(file);
          }}
        >
          <Button>{t('documents.choose')}</Button>
        </FileTrigger>
        <span className="dialog-hint">{t('documents.kinds')}</span>
      </DropZone>
      {uploads.map(({ id, name, share, error }) => (
        <div key={id} className="file-upload">
          {error === undefined ? (
            <label>
              {share === 1 ? t('documents.sent', { name }) : t('documents.sending', { name, share: format.fraction(share) })}{' '}
              <progress value={share} max={1} />
            </label>
          ) : (
            <>
              <p>{name}</p>
              <Refused error={error} />
            </>
          )}
        </div>
      ))}
    </>
  );
}
