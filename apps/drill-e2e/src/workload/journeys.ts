import { communes } from './officers.ts';
import type { Shift } from './shift.ts';

/** One dossier's way through an office, or as much of it as is left open at the end. */
export type Journey = (shift: Shift) => Promise<void>;

const MINUTE_MS = 60_000;

export const journeys: Readonly<Record<string, Journey>> = {
  /** Received, processed, returned. */
  async straight(shift) {
    const dossier = await shift.receive(shift.pick(communes));
    await shift.pause();
    await shift.act(dossier, 'process');
    await shift.pause();
    await shift.act(dossier, 'return', {}, shift.officers.counter(dossier.responsible));
  },

  /** Received, and left open. */
  async stays(shift) {
    await shift.receive(shift.pick(communes));
  },

  /** Something is missing, and is brought. */
  async supplement(shift) {
    const dossier = await shift.receive(shift.pick(communes));
    await shift.act(dossier, 'request-supplement', { reasonCode: 'components-missing' });
    await shift.pause();
    await shift.act(dossier, 'receive-supplement');
    if (shift.random() < 0.7) await shift.act(dossier, 'process');
  },

  /** Responsibility moves; sometimes it is done there. */
  async move(shift) {
    const [from, to] = [shift.pick(communes), shift.pick(communes)];
    const dossier = await shift.receive(from);
    await shift.pause();
    if (from !== to) {
      await shift.act(dossier, 'reassign', { toUnit: to, reasonCode: 'workload' });
      dossier.responsible = to;
    }
    if (shift.random() < 0.6) await shift.act(dossier, 'process');
  },

  /** A click by mistake, and taken back. */
  async undo(shift) {
    const dossier = await shift.receive(shift.pick(communes));
    const version = await shift.act(dossier, 'process');
    await shift.pause();
    try {
      await shift.act(dossier, 'revert', { event: version });
    } catch (error) {
      // Lawfully refused: what was promised would not be what it was. It stays processed.
      if (shift.record.hasCalendarMoved && String(error).includes('dossier.revert-calendar-changed')) return;
      throw error;
    }
    dossier.endedAt = undefined;
    if (shift.random() < 0.5) await shift.act(dossier, 'process');
  },

  /** It was received earlier than was written down: proposed by one, approved by another. */
  async correct(shift) {
    const dossier = await shift.receive(shift.pick(communes));
    const receivedAt = new Date(Date.now() - 20 * MINUTE_MS).toISOString();
    const correction = { receivedAt };
    const proposal = await shift.act(dossier, 'correct', { reasonCode: 'typing-error', correction });
    await shift.pause();
    await shift.act(dossier, 'approve-proposal', { proposal }, shift.officers.approver);
  },
};
