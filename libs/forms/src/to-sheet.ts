import { toLocalDate } from '@motcua/calendar';
import { findEdition, getCircular } from './circulars/circulars.ts';
import type { FormName } from './circulars/form-name.ts';
import type { FormFacts } from './facts/form-facts.ts';
import { toApologySheet } from './sheets/apology-sheet.ts';
import { toControlSheet } from './sheets/control-sheet.ts';
import { toReceiptSheet } from './sheets/receipt-sheet.ts';
import { toRefusalSheet } from './sheets/refusal-sheet.ts';
import type { Sheet, SheetBody } from './sheets/sheet.ts';
import { toStoppingSheet } from './sheets/stopping-sheet.ts';
import { toSupplementSheet } from './sheets/supplement-sheet.ts';
import { toDateWords } from './words/moment-words.ts';

const bodies: Readonly<Record<FormName, (facts: FormFacts) => SheetBody>> = {
  receipt: toReceiptSheet,
  supplement: toSupplementSheet,
  refusal: toRefusalSheet,
  apology: toApologySheet,
  stopping: toStoppingSheet,
  control: toControlSheet,
};

/** What stands across paper that was made in training, as on the slips. */
const TRAINING_MARK = 'TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ';

/**
 * A form as it stands on paper. The circular is that of the date of receipt; before receipt, of the day of the step.
 *
 * @returns undefined: that circular has no such form (a notice of stopping before 1/7/2025)
 */
export function toSheet(form: FormName, facts: FormFacts): Sheet | undefined {
  const { receivedAt, issuedAt, timeZone, office, code, lookUpLink, isTraining } = facts;
  const receivedOn = toLocalDate(timeZone, receivedAt ?? issuedAt);
  const edition = findEdition(form, receivedOn);
  if (edition === undefined) return undefined;
  return {
    form,
    circular: getCircular(receivedOn),
    formNumber: edition.number,
    authority: [...(office.above === undefined ? [] : [office.above]), office.name],
    number: edition.serial === undefined ? null : `Số: ……/${edition.serial}`,
    placeAndDate: `${office.place}, ${toDateWords(issuedAt, timeZone)}`,
    title: edition.title,
    code,
    ...bodies[form](facts),
    qr: lookUpLink === undefined ? null : { text: lookUpLink, caption: 'Quét mã để tra cứu hồ sơ' },
    mark: isTraining ? TRAINING_MARK : null,
    issuedAt,
  };
}
