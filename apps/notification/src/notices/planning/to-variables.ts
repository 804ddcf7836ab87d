import type { LocalizedName, NoticeLanguage } from '@motcua/contracts';
import type { UnitDirectory } from '../../people/unit-directory.ts';
import type { NotifiableEvent } from '../events/notifiable-event.ts';

export interface Reader {
  readonly language: NoticeLanguage;
  /** To staff a dossier without a code is named by its id; an applicant’s text does without. */
  readonly isStaff: boolean;
}

/** What a template may show of an event: its own fields, and names in the reader’s language. */
export function toVariables(
  event: NotifiableEvent,
  { language, isStaff }: Reader,
  directory: UnitDirectory,
): Record<string, unknown> {
  const { dossier, unit, handlingUnit, procedure, timeZone, variables, why } = event;
  const code = dossier?.code ?? dossier?.sourceCode ?? (isStaff ? dossier?.id : undefined);
  const reason = why === null ? undefined : directory.findReasonName(why);
  return {
    ...variables,
    timeZone,
    ...(isStaff ? { unit: inLanguage(directory.nameOf(unit), language) } : directory.officeOf(unit, handlingUnit)),
    ...(procedure === null ? {} : { procedure: inLanguage(directory.procedureNameOf(procedure), language) }),
    ...(code === undefined ? {} : { code }),
    // In both languages: which one an applicant reads is known when it is sent.
    ...(reason === undefined ? {} : { reason }),
  };
}

export const inLanguage = ({ vi, en }: LocalizedName, language: NoticeLanguage): string => (language === 'en' ? (en ?? vi) : vi);
