/** A form as a file, for one attempt and no longer. */
export interface FormFile {
  readonly name: string;
  readonly content: Buffer;
}

export type FormAnswer =
  | { readonly status: 'found'; readonly file: FormFile }
  /** The step was taken back meanwhile. */
  | { readonly status: 'none' }
  /** It is not given to us, and asking again changes nothing. */
  | { readonly status: 'refused'; readonly answer: string }
  /** Whoever draws it is away. */
  | { readonly status: 'away'; readonly answer: string };

/** Which form it is: `form` as dossier-intake names it, `version` of the dossier after its step. */
export interface FormKey {
  readonly dossierId: string;
  readonly form: string;
  readonly version: number;
}

/** Whoever draws the forms of dossiers. Asked at the moment of sending; what is drawn is kept nowhere. */
export interface FormSource {
  find(key: FormKey): Promise<FormAnswer>;
}
