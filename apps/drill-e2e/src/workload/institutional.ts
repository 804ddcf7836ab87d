import type { Journey } from './journeys.ts';
import { communes } from './officers.ts';

/** What no dossier tells: somebody of the province enters it anew. */
export const shareFigures: Journey = async (shift) => {
  const { officers, record, random } = shift;
  const unit = shift.pick(communes);
  const entitled = 20 + Math.floor(random() * 30);
  const figure = {
    kind: 'mailboxes',
    unit,
    validFrom: '2025-07-01',
    validTo: null,
    evidence: [{ documentNumber: `${entitled}/BC-HTDT`, date: '2025-08-04' }],
    issued: Math.floor(random() * entitled),
    entitled,
  };
  await shift.inTurn(unit, async () => {
    await officers.admin.put(`/v1/institutional-figures/${figure.kind}/${unit}`, figure);
    record.institutional.set(`${figure.kind}/${unit}`, figure);
    record.commands += 1;
  });
};
