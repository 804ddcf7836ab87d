import type { ApplicantErasure } from '@motcua/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadDossier } from '../../api/dossier-queries.ts';
import { useUnitName } from '../../dossier/use-names.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { useLookUp } from '../look-up/use-look-up.ts';
import { ApplicantRights } from './applicant-rights.tsx';

/** Whose it is, where it lies, and its two moments. */
export function DossierFacts({ view }: { readonly view: ReadDossier }) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const unitName = useUnitName();
  const { dossier, applicant, erasure } = view;
  const at = (moment: string | null): string => (moment === null ? '–' : format.moment(moment, dossier.timeZone));
  const withoutName = erasure?.state === 'erased' ? toErasedWords(erasure) : ('noApplicant' as const);
  const contact = [applicant?.phone, applicant?.email, applicant?.address].filter(Boolean).join(' · ');
  return (
    <dl className="dossier-facts">
      <Fact name={t('applicant')}>{applicant?.name ?? t(withoutName, { at: at(erasure?.decidedAt ?? null) })}</Fact>
      {applicant?.idNumber !== undefined && (
        <Fact name={t('idNumber')}>
          {applicant.idNumber} <OthersOf idNumber={applicant.idNumber} />
        </Fact>
      )}
      {contact !== '' && <Fact name={t('contact')}>{contact}</Fact>}
      <ApplicantRights view={view} />
      <Fact name={t('responsible')}>{unitName(dossier.responsibleUnit)}</Fact>
      {dossier.handlingUnit !== dossier.responsibleUnit && <Fact name={t('handling')}>{unitName(dossier.handlingUnit)}</Fact>}
      <Fact name={t('officer')}>{dossier.officer ?? t('nobody')}</Fact>
      <Fact name={t('received')}>{at(dossier.receivedAt)}</Fact>
      <Fact name={t('due')}>{at(dossier.currentDue)}</Fact>
      <Fact name={t('fields.channel')}>{t(`channels.${dossier.channel}`)}</Fact>
      {dossier.code !== null && dossier.sourceCode !== null && <Fact name={t('sourceCode')}>{dossier.sourceCode}</Fact>}
      {dossier.findings.length > 0 && (
        <Fact name={t('findings')}>{dossier.findings.map((finding) => t(`finding.${finding}`)).join('; ')}</Fact>
      )}
    </dl>
  );
}

const toErasedWords = ({ ground }: ApplicantErasure): 'erasedAfterTerm' | 'erasedOnRequest' =>
  ground === 'term-over' ? 'erasedAfterTerm' : 'erasedOnRequest';

/** To all that one person has handed in here: the look-up asks why before it shows them, and the audit log keeps it. */
function OthersOf({ idNumber }: { readonly idNumber: string }) {
  const { t } = useTranslation('dossier');
  const lookUp = useLookUp();
  // A masked number finds nobody.
  if (!/^\d+$/.test(idNumber)) return null;
  return (
    <Button
      kind="quiet"
      onPress={() => {
        lookUp(idNumber);
      }}
    >
      {t('othersOf')}
    </Button>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
