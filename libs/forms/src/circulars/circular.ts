import type { LocalDate } from '@motcua/calendar';
import type { FormName } from './form-name.ts';

/** How a circular has a form. */
export interface FormEdition {
  /** Number of the form in the circular’s annex: “Mẫu số 01”. */
  readonly number: string;
  /** As it stands over the paper. */
  readonly title: string;
  /** What stands behind the number of a paper, “Số: ……/PBS”; absent: it bears the dossier’s code alone. */
  readonly serial?: string;
}

/** A circular of the Government Office with its forms; valid for dossiers that were received on its days. */
export interface Circular {
  readonly code: 'tt-01-2018' | 'tt-03-2025';
  readonly name: string;
  readonly validFrom: LocalDate;
  /** Inclusive; null: until further notice. */
  readonly validTo: LocalDate | null;
  readonly forms: Readonly<Partial<Record<FormName, FormEdition>>>;
}
