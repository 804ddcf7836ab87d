import type { Instant } from '@motcua/calendar';
import type { Circular } from '../circulars/circular.ts';
import type { FormName } from '../circulars/form-name.ts';

/** A label with what is known of it; null: dots to write on. `strong`: what people look for. */
export interface Field {
  readonly label: string;
  readonly value: string | null;
  readonly isStrong?: boolean;
}

export type Block =
  /** Fields side by side on one line. */
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A numbered list; of an empty one lines to write on are left. */
  | { readonly kind: 'list'; readonly label: string; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** One form as it stands on paper, without how it is drawn. */
export interface Sheet {
  readonly form: FormName;
  readonly circular: Circular;
  /** Number of the form in the circular: `01`. */
  readonly formNumber: string;
  readonly size: 'A5' | 'A4';
  /** Upper left, from the top; the last is the one that issues it. */
  readonly authority: readonly string[];
  /** `Số: ……/PBS`. */
  readonly number: string | null;
  readonly placeAndDate: string;
  readonly title: string;
  readonly code: string | null;
  readonly blocks: readonly Block[];
  readonly signatures: readonly { readonly who: string; readonly how: string }[];
  readonly notes: readonly string[];
  readonly qr: { readonly text: string; readonly caption: string } | null;
  /** Stands across the paper; null: it counts. */
  readonly mark: string | null;
  readonly issuedAt: Instant;
}

/** What each form has of its own. */
export type SheetBody = Pick<Sheet, 'size' | 'blocks' | 'signatures' | 'notes'>;

export const field = (label: string, value: string | null | undefined, isStrong = false): Field => ({
  label,
  value: value === undefined || value === '' ? null : value,
  ...(isStrong ? { isStrong } : {}),
});
export const line = (...fields: readonly Field[]): Block => ({ kind: 'fields', fields });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
