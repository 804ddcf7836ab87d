import type { ReasonDocument } from '@motcua/contracts';
import { isPlainId } from '@motcua/dossier';
import type { ParsedLine } from './parse-lines.ts';
import type { ReferenceData } from '../reference/reference-data.ts';

/** Makes a reference of a text: the same for the same text of the same source, and not to be read. */
export type Conceal = (source: string, text: string) => string;

/** What of a reported event is recorded, and so published, in place of what was written. */
export interface Concealed {
  /** A reason of the catalogue; undefined: none was given. */
  readonly reasonCode: ReasonDocument['code'] | undefined;
  /** What was written as a reason and stands for none: kept encrypted, published nowhere. */
  readonly reasonText: string | undefined;
  readonly officer: string | undefined;
  /** A field that the catalogue knows; undefined: the procedure’s own. */
  readonly field: string | undefined;
}

/** Legacy systems write names and numbers of people where a code belongs. What is no code is not passed on. */
export function concealTexts(data: ReferenceData, { event }: ParsedLine, conceal: Conceal): Concealed {
  const { source } = event;
  const { reasonCode, officer, field } = event.data;
  const reason = reasonCode === undefined ? undefined : data.getReasons().mapLegacy(source, reasonCode);
  return {
    reasonCode: reason?.code,
    reasonText: reason?.original,
    officer: officer === undefined || isPlainId(officer) ? officer : conceal(source, officer),
    field: field === undefined || !data.hasField(field) ? undefined : field,
  };
}
