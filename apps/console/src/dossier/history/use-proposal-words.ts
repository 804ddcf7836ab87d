import type { DossierProposal } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useUnitName } from '../use-names.ts';
import { isEventName } from './event-name.ts';

/** A proposal in a sentence: what is said to have been, beside what is recorded. */
export function useProposalWords(): (proposal: DossierProposal, timeZone: string) => string {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const unitName = useUnitName();
  return ({ kind, event, effectiveAt, occurredAt, unit, correction }, timeZone) => {
    const at = (moment: string | null | undefined): string =>
      moment === null || moment === undefined ? '–' : format.moment(moment, timeZone);
    if (kind === 'unit') return t('proposals.unit', { unit: unitName(unit ?? '') });
    if (kind === 'moment') {
      const name = event !== null && isEventName(event) ? t(`events.${event}`) : (event ?? '');
      return t('proposals.moment', { event: name, at: at(occurredAt), recorded: at(effectiveAt) });
    }
    const fields = Object.keys(correction?.to ?? {}).map((field) =>
      t(`fields.${field as 'receivedAt'}`, { defaultValue: field }),
    );
    return t('proposals.correction', { fields: fields.join(', ') });
  };
}
