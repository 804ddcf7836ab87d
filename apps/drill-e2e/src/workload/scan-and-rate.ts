import { waitFor } from '@motcua/testing';
import { createSmallPdf, giveRating } from '@motcua/testing/stack';
import { createHash, randomUUID } from 'node:crypto';
import type { Journey } from './journeys.ts';
import { communes } from './officers.ts';

/** A dossier whose result is scanned, and which the citizen rates. */
export const scanAndRate: Journey = async (shift) => {
  const unit = shift.pick(communes);
  const dossier = await shift.receive(unit, { procedure: '1.004873' });
  const counter = shift.officers.counter(unit);
  await shift.act(dossier, 'process');
  const path = `/v1/dossiers/${dossier.key}`;
  await waitFor(async () => (await counter.find(`${path}/components`)).status === 200, {
    describe: `the checklist of ${dossier.key}`,
    timeoutMs: 60_000,
    intervalMs: 200,
  });
  const bytes = await createSmallPdf(randomUUID());
  await counter.upload(`${path}/result/files`, bytes);
  dossier.files.push(createHash('sha256').update(bytes).digest('hex'));
  await shift.act(dossier, 'return', {}, counter);
  const satisfied = shift.random() < 0.7;
  await giveRating(counter, dossier.key, { satisfied, twice: false });
  dossier.satisfied = satisfied;
  shift.record.commands += 2;
};
