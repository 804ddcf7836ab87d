import type { DossierEventName, DossierSnapshot } from '@motcua/contracts';
import { createDossierSnapshot, toDossierMessage } from '@motcua/contracts/testing';
import { randomUUID } from 'node:crypto';

/** `at('2026-03-02 10:00')`: that moment in Viet Nam. */
export const at = (local: string): number => Date.parse(`${local.replace(' ', 'T')}+07:00`);
const iso = (instant: number): string => new Date(instant).toISOString();

export interface PublishedEvent {
  readonly key: string;
  readonly value: string;
}

type Overrides = Partial<DossierSnapshot>;
const paths: Record<string, string[]> = {
  'dong-xuan': ['phu-tho', 'thanh-ba', 'dong-xuan'],
  'khai-xuan': ['phu-tho', 'thanh-ba', 'khai-xuan'],
  'phong-tu-phap': ['phu-tho', 'thanh-ba', 'phong-tu-phap'],
  'thanh-ba': ['phu-tho', 'thanh-ba'],
};

/** A dossier whose events are published one by one; each carries the state after it, as dossier-intake writes it. */
export class DossierHistory {
  readonly id: string;
  readonly sourceCode: string | null;
  readonly events: PublishedEvent[] = [];
  #snapshot: DossierSnapshot;
  #before: DossierSnapshot;

  constructor(overrides: Overrides = {}) {
    this.id = overrides.dossierId ?? randomUUID();
    this.sourceCode = overrides.sourceCode ?? null;
    const responsibleUnit = overrides.responsibleUnit ?? 'dong-xuan';
    this.#snapshot = createDossierSnapshot({
      dossierId: this.id,
      dossierVersion: 0,
      code: 'H44.05.01-260302-0001',
      procedure: '1.000894',
      responsibleUnit,
      responsiblePath: paths[responsibleUnit] ?? [responsibleUnit],
      officer: 'nv-1',
      ...overrides,
    });
    this.#before = this.#snapshot;
  }

  submitted(when: number): this {
    return this.put('submitted', when, { status: 1, submittedAt: iso(when), channel: 'online' });
  }

  received(when: number, more: Overrides = {}): this {
    return this.put('received', when, { status: 2, receivedAt: iso(when), ...more });
  }

  transferred(when: number, toUnit: string): this {
    return this.put('transferred', when, { status: 4, handlingUnit: toUnit }, { fromUnit: this.#snapshot.handlingUnit, toUnit });
  }

  corrected(when: number, more: Overrides): this {
    return this.put('corrected', when, more, { reasonCode: 'typing-error', fields: Object.keys(more) });
  }

  processed(when: number): this {
    return this.put('processed', when, { status: 9, endedAt: iso(when), endedBy: 'processed' });
  }

  stopped(when: number): this {
    const change = { reasonCode: 'withdrawn', closedPause: null };
    return this.put('stopped', when, { status: 8, endedAt: iso(when), endedBy: 'stopped' }, change);
  }

  /** Takes the latest event back: the state is that of before it. */
  reverted(when: number, event: 'stopped' | 'processed'): this {
    const { dossierVersion: version, occurredAt, recordedAt } = this.#snapshot;
    const { dossierVersion: _version, ...before } = this.#before;
    const change = { event, version, eventId: `${this.id}/${version}`, occurredAt, recordedAt };
    return this.put('reverted', when, { ...before, occurredAt: iso(when), recordedAt: iso(when) }, change);
  }

  put(name: DossierEventName, when: number, overrides: Overrides = {}, change: object = {}): this {
    const dossierVersion = this.#snapshot.dossierVersion + 1;
    this.#before = this.#snapshot;
    this.#snapshot = { ...this.#snapshot, dossierVersion, occurredAt: iso(when), recordedAt: iso(when), ...overrides };
    this.events.push(toDossierMessage(name, this.#snapshot, change));
    return this;
  }
}
