import { setTimeout as rest } from 'node:timers/promises';
import type { KnownDossier } from '../record/client-record.ts';
import { report } from './import-events.ts';
import { communes } from './officers.ts';
import type { Shift } from './shift.ts';

const MINUTE_MS = 60_000;
/** Promises of one strike. */
const DOSSIERS = 6;

/**
 * Promises come due within seconds, half of them kept at the last moment: what says so is on its way when the clock strikes.
 *
 * @param inMs from now on until the strike
 */
export async function strikeClock(shift: Shift, inMs: number): Promise<void> {
  const due = Math.floor((Date.now() + inMs) / 1000) * 1000;
  const unit = shift.pick(communes);
  const dossiers: KnownDossier[] = [];
  for (let index = 0; index < DOSSIERS; index += 1) {
    const data = { unit, procedure: '1.001612', channel: 'in-person' as const, due: new Date(due).toISOString() };
    dossiers.push(
      await report(shift, { at: Date.now() - MINUTE_MS, data, receivedBy: unit, promise: { due, keptAt: undefined } }),
    );
  }
  const kept = dossiers.filter((_, index) => index % 2 === 0);
  await rest(Math.max(0, due - 800 - Date.now()));
  await Promise.all(kept.map((dossier, index) => keepPromise(shift, dossier, due - 700 + index * 100)));
}

async function keepPromise(shift: Shift, dossier: KnownDossier, at: number): Promise<void> {
  await report(shift, { at, name: 'processed', dossier });
  if (dossier.promise !== undefined) dossier.promise.keptAt = Date.now();
  dossier.endedAt = dossier.responsible;
}
