import type { DossierView } from '@motcua/contracts';
import type { Office } from '@motcua/testing/stack';
import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import type { ClientRecord, KnownDossier } from '../record/client-record.ts';
import { citizen } from './citizen.ts';
import type { Doors } from './doors.ts';
import type { Officers } from './officers.ts';

/** The event that each action brings about. */
const events = {
  transfer: 'transferred',
  'request-supplement': 'supplement-requested',
  'receive-supplement': 'supplement-received',
  process: 'processed',
  return: 'returned',
  reassign: 'reassigned',
  correct: 'corrected',
  'approve-proposal': 'corrected',
  revert: 'reverted',
} as const;
export type Action = keyof typeof events;

/** What everybody who works during a schedule has in hand: the means to give commands, and the record in which they write what they were told. */
export class Shift {
  readonly #turns = new Map<string, Promise<void>>();
  readonly #later: Promise<void>[] = [];

  constructor(
    readonly officers: Officers,
    readonly record: ClientRecord,
    readonly random: () => number,
    /** Epoch milliseconds: nobody begins anything after it. */
    private until: number,
    readonly doors: Doors,
  ) {}

  get isOver(): boolean {
    return Date.now() >= this.until;
  }

  /** Not for longer than this; what was shorter stays so. @param at epoch milliseconds */
  endAt(at: number): void {
    this.until = Math.min(this.until, at);
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)] as T; // No list that is given is empty.
  }

  /** As people do between two deeds. */
  pause(longestMs = 400): Promise<void> {
    return rest(50 + this.random() * longestMs);
  }

  /** Does what concerns one thing one after the other, so that who was answered last was also the last. */
  inTurn(thing: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.#turns.get(thing) ?? Promise.resolve()).then(work);
    this.#turns.set(
      thing,
      turn.catch(() => undefined),
    );
    return turn;
  }

  /**
   * Does what has to wait for the log, while whoever began it goes on with something else. What a restored database has lost by then is not gone on with.
   *
   * @param work fails by `record.fail`, as everybody
   */
  later(name: string, dossier: KnownDossier, work: () => Promise<void>): void {
    const known = (): Promise<void> => (this.record.dossiers.includes(dossier) ? work() : Promise.resolve());
    this.#later.push(this.noteFailure(name, this.doors.through(known)));
  }

  /** Until nothing is left to be done. */
  async finish(): Promise<void> {
    while (this.#later.length > 0) await Promise.all(this.#later.splice(0));
  }

  async noteFailure(name: string, work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.record.fail(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Received at the counter. @throws what was answered instead */
  async receive(unit: string, more: object = {}): Promise<KnownDossier> {
    const applicant = this.random() < 0.5 ? { applicant: citizen } : {};
    const body = { unit, procedure: this.pick(procedures), channel: 'in-person', ...applicant, ...more };
    const { dossier } = await this.officers.counter(unit).command<DossierView>('/v1/dossiers', body, randomUUID());
    const { dossierId: key, code, dossierVersion: version } = dossier;
    return this.record.receive({ key, isImport: false, code, receivedBy: unit }, { version, event: 'received' });
  }

  /** A command about a dossier that nobody else has in hand. @returns its version afterwards @throws what was answered instead */
  async act(dossier: KnownDossier, action: Action, body: object = {}, as: Office = this.officers.admin): Promise<number> {
    const path = `/v1/dossiers/${dossier.key}/${action}`;
    const view = await as.command<DossierView>(path, body, randomUUID());
    const { dossierVersion: version } = view.dossier;
    this.record.acknowledge(dossier, { version, event: events[action] });
    if (action === 'process') dossier.endedAt = dossier.responsible;
    return version;
  }
}

/** Procedures of communes with one result. */
const procedures = ['1.001193', '1.000894', '1.004873', '1.004859', '2.000884'];
