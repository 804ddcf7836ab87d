import { waitFor } from '@motcua/testing';
import { createSmallPdf, giveRating } from '@motcua/testing/stack';
import { createHash, randomUUID } from 'node:crypto';
import type { KnownDossier } from '../record/client-record.ts';
import type { Journey } from './journeys.ts';
import { communes } from './officers.ts';
import type { Shift } from './shift.ts';

/** The checklist comes by way of the log, which may be away for minutes. */
const LONGEST_AWAY_MS = 240_000;

/** A dossier whose result is scanned, and which the citizen rates. */
export const scanAndRate: Journey = async (shift) => {
  const unit = shift.pick(communes);
  const dossier = await shift.receive(unit, { procedure: '1.004873' });
  const satisfied = shift.random() < 0.7;
  await shift.act(dossier, 'process');
  shift.later('scanAndRate', dossier, () => scan(shift, dossier, satisfied));
};

async function scan(shift: Shift, dossier: KnownDossier, satisfied: boolean): Promise<void> {
  const counter = shift.officers.counter(dossier.receivedBy);
  const path = `/v1/dossiers/${dossier.key}`;
  await waitFor(async () => (await counter.find(`${path}/components`)).status === 200, {
    describe: `the checklist of ${dossier.key}`,
    timeoutMs: LONGEST_AWAY_MS,
    intervalMs: 200,
  });
  const bytes = await createSmallPdf(randomUUID());
  await counter.upload(`${path}/result/files`, bytes);
  dossier.files.push(createHash('sha256').update(bytes).digest('hex'));
  await shift.act(dossier, 'return', {}, counter);
  await giveRating(counter, dossier.key, { satisfied, twice: false });
  dossier.satisfied = satisfied;
  shift.record.commands += 2;
}
