import type { DeskEntry } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import type { ReadDossier } from '../../../api/dossier-queries.ts';
import { joinWords } from '../../../dossier/slip/lines.tsx';
import { usePaperName } from '../../../dossier/slip/use-paper-name.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import './intake.css';

/** What the counter took down when it received the dossier. */
export function IntakeTab({ view: { desk, dossier } }: { readonly view: ReadDossier }) {
  const { t } = useTranslation('dossier');
  const lines = useLines(desk ?? {}, dossier.procedure).filter(([, text]) => text !== undefined && text !== '');
  if (lines.length === 0) return <p className="intake-none">{t('intake.none')}</p>;
  return (
    <dl className="intake-lines">
      {lines.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function useLines(entry: DeskEntry, procedure: string) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const nameOf = usePaperName(procedure);
  const { content, applicantKind, representative, authorised, components = [], resultBy, fee, note } = entry;
  const papers = components.length > 0 && (
    <ol className="intake-papers">
      {components.map((paper) => (
        <li key={paper.code ?? paper.name}>
          {nameOf(paper)} · {t('intake.copies', { number: paper.copies })}
          {paper.originals !== undefined && ` (${t('intake.originals', { number: paper.originals })})`}
        </li>
      ))}
    </ol>
  );
  return [
    [t('intake.content'), content],
    [t('intake.kind'), applicantKind && t(`intake.kinds.${applicantKind}`)],
    [t('intake.representative'), representative && joinWords(representative.name, representative.position)],
    [t('intake.authorised'), authorised && joinWords(authorised.name, authorised.idNumber, authorised.phone, authorised.address)],
    [t('intake.papers'), papers === false ? undefined : papers],
    [t('intake.resultBy'), resultBy && joinWords(t(`intake.ways.${resultBy.way}`), resultBy.place)],
    [
      t('intake.fee'),
      fee &&
        joinWords(
          t('said.amount', { amount: format.count(fee.amount) }),
          t(fee.paid === false ? 'intake.owed' : 'intake.paid'),
          fee.receiptNumber === undefined ? undefined : t('intake.receiptNumber', { number: fee.receiptNumber }),
        ),
    ],
    [t('intake.note'), note],
  ] as const;
}
