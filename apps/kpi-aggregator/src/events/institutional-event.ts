import { InstitutionalFigureEvent } from '@motcua/contracts';

/** Every version of the figures of one kind and unit, as the newest event of that code says them; none: the code was taken back. */
export interface InstitutionalEvent {
  /** `kind/unit`. */
  readonly code: string;
  readonly versions: InstitutionalFigureEvent['data']['versions'];
}

/** Few events, read whole: what is entered by hand is checked by the schema. @throws Error that says what is wrong */
export function readInstitutionalEvent(body: unknown): InstitutionalEvent {
  const { code, versions } = InstitutionalFigureEvent.parse(body).data;
  return { code, versions };
}
