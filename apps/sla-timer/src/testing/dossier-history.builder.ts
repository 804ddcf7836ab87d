import { dueMoment, parseCalendar, vietnamCalendar, type WorkingCalendar } from '@motcua/calendar';
import type { DossierEventName, DossierSnapshot } from '@motcua/contracts';
import { createDossierSnapshot, createDues, toDossierMessage } from '@motcua/contracts/testing';
import { randomUUID } from 'node:crypto';

/** `at('2026-03-02 10:00')`: that moment in Viet Nam. March 2026 has no holiday; the 2nd is a Monday. */
export const at = (local: string): number => Date.parse(`${local.replace(' ', 'T')}+07:00`);
const iso = (instant: number): string => new Date(instant).toISOString();

const parsed = parseCalendar(vietnamCalendar);
if (!parsed.ok) throw new Error(parsed.error.message);
const calendar: WorkingCalendar = parsed.calendar;

export interface PublishedEvent {
  readonly key: string;
  readonly value: string;
}

/** `importSession`: by which the events come; a later `put` may say another. */
type Overrides = Partial<DossierSnapshot> & { readonly importSession?: string | null };
const paths: Record<string, string[]> = {
  'dong-xuan': ['phu-tho', 'thanh-ba', 'dong-xuan'],
  'khai-xuan': ['phu-tho', 'thanh-ba', 'khai-xuan'],
};

/** A dossier whose events are published one by one; each carries the state after it, as dossier-intake writes it. */
export class DossierHistory {
  readonly id = randomUUID();
  readonly events: PublishedEvent[] = [];
  #snapshot: DossierSnapshot & { readonly importSession?: string | null };
  #before: DossierSnapshot;

  constructor(overrides: Overrides = {}) {
    const responsibleUnit = overrides.responsibleUnit ?? 'dong-xuan';
    this.#snapshot = createDossierSnapshot({
      dossierId: this.id,
      dossierVersion: 0,
      code: 'H44.05.01-260302-0001',
      procedure: '1.000689',
      responsibleUnit,
      responsiblePath: paths[responsibleUnit] ?? [responsibleUnit],
      officer: 'nv-1',
      calendar: { id: 'vn', version: vietnamCalendar.version },
      ...overrides,
    });
    this.#before = this.#snapshot;
  }

  received(when: number, more: Overrides = {}): this {
    const due = this.#count(when);
    return this.put('received', when, { status: 2, receivedAt: iso(when), ...toDues(due), ...more });
  }

  transferred(when: number, toUnit = 'phong-tu-phap'): this {
    return this.put('transferred', when, { status: 4, handlingUnit: toUnit }, { fromUnit: this.#snapshot.handlingUnit, toUnit });
  }

  extended(when: number, newDue: number): this {
    const change = { reasonCode: 'more-time', newDue: iso(newDue) };
    const { originalDue } = this.#snapshot;
    return this.put('extended', when, { ...toDues(newDue), originalDue, extensionCount: 1 }, change);
  }

  submitted(when: number): this {
    return this.put('submitted', when, {
      status: 1,
      submittedAt: iso(when),
      receivedAt: null,
      code: null,
      limit: null,
      ...noDues,
    });
  }

  /** Before receipt. */
  submissionAsked(when: number): this {
    const submissionPauses = [{ reason: 'supplement' as const, rule: 'subtract' as const, from: iso(when), to: null }];
    return this.put('supplement-requested', when, { status: 5, submissionPauses }, { reasonCode: 'incomplete', ordinal: 1 });
  }

  submissionCompleted(when: number): this {
    const submissionPauses = (this.#snapshot.submissionPauses ?? []).map((pause) => ({ ...pause, to: iso(when) }));
    return this.put('supplement-received', when, { status: 1, submissionPauses });
  }

  submissionStopped(when: number): this {
    return this.put('stopped', when, { status: 8 }, { reasonCode: 'citizen-withdrew', closedPause: null });
  }

  apologised(when: number, promised: number): this {
    const change = { reasonCode: 'workload', due: this.#snapshot.currentDue, promised: iso(promised) };
    return this.put('apologised', when, { apology: { at: iso(when), promised: iso(promised) } }, change);
  }

  supplementRequested(when: number): this {
    const pauses = [{ reason: 'supplement' as const, rule: 'subtract' as const, from: iso(when), to: null }];
    return this.put('supplement-requested', when, { status: 5, pauses, ...noDues }, { reasonCode: 'incomplete', ordinal: 1 });
  }

  supplementReceived(when: number): this {
    const [pause] = this.#snapshot.pauses;
    if (pause === undefined || this.#snapshot.receivedAt === null) throw new Error('nothing was asked for');
    const due = this.#count(Date.parse(this.#snapshot.receivedAt), [{ from: Date.parse(pause.from), to: when }]);
    return this.put('supplement-received', when, { status: 4, pauses: [{ ...pause, to: iso(when) }], ...toDues(due) });
  }

  redated(when: number, due: number, unitDossiers: number, version = vietnamCalendar.version): this {
    const calendarChange = { id: 'vn', version, unitDossiers, ledgerBefore: [], ledgerAfter: [] };
    const change = { reasonCode: 'calendar', previousDue: this.#snapshot.currentDue, calendarChange };
    return this.put('redated', when, toDues(due), change);
  }

  processed(when: number, recordedAt = when): this {
    return this.put('processed', when, { status: 9, endedAt: iso(when), endedBy: 'processed', recordedAt: iso(recordedAt) });
  }

  /** Takes the latest event back: the state is that of before it. */
  reverted(when: number, event: 'processed' | 'transferred' | 'extended' | 'apologised' | 'supplement-requested'): this {
    const { dossierVersion: version, occurredAt, recordedAt } = this.#snapshot;
    const { dossierVersion: _version, ...before } = this.#before;
    this.#snapshot = { ...this.#before, dossierVersion: version };
    return this.put(
      'reverted',
      when,
      { ...before, occurredAt: iso(when), recordedAt: iso(when) },
      { event, version, eventId: `${this.id}/${version}`, occurredAt, recordedAt },
    );
  }

  put(name: DossierEventName, when: number, overrides: Overrides = {}, change: object = {}): this {
    const dossierVersion = this.#snapshot.dossierVersion + 1;
    this.#before = this.#snapshot;
    this.#snapshot = { ...this.#snapshot, dossierVersion, occurredAt: iso(when), recordedAt: iso(when), ...overrides };
    this.events.push(toDossierMessage(name, this.#snapshot, change));
    return this;
  }

  /** The moment it runs to now. */
  get due(): number {
    return Date.parse(this.#snapshot.currentDue ?? '');
  }

  #count(receivedAt: number, pauses: readonly { from: number; to: number }[] = []): number {
    const { limit } = this.#snapshot;
    const counted = dueMoment(calendar, { receivedAt, limit: limit ?? { amount: 3, unit: 'working-day' }, pauses });
    if (!counted.ok || counted.dueAt === null) throw new Error('no due moment');
    return counted.dueAt;
  }
}

const toDues = (due: number): Overrides => createDues(iso(due));
const noDues: Overrides = createDues(null);
