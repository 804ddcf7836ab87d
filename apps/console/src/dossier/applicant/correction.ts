import type { Applicant, DossierView } from '@motcua/contracts';

/** What is typed; the rest of an applicant goes along as it is known. */
export const correctedFields = ['name', 'idNumber', 'phone', 'email', 'address'] as const;
export type CorrectedField = (typeof correctedFields)[number];

export type Correction = Readonly<Record<CorrectedField, string>>;

type Known = NonNullable<DossierView['applicant']>;

export const toCorrection = (known: Known): Correction => ({
  name: known.name ?? '',
  idNumber: known.idNumber ?? '',
  phone: known.phone ?? '',
  email: known.email ?? '',
  address: known.address ?? '',
});

/** The applicant as it is right, whole: an empty field is known no more. Undefined: a name is missing. */
export function toApplicant({ language, zaloConsent }: Known, typed: Correction): Applicant | undefined {
  const name = typed.name.trim();
  if (name === '') return undefined;
  const rest = correctedFields.filter((field) => field !== 'name').map((field) => [field, typed[field].trim()] as const);
  return {
    name,
    ...Object.fromEntries(rest.filter(([, text]) => text !== '')),
    ...(language === undefined ? {} : { language }),
    ...(zaloConsent === undefined ? {} : { zaloConsent }),
  };
}
