import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DossierEventName } from '@motcua/contracts';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { decideAttempt } from '../deliveries/attempts/decide-attempt.ts';
import { finishAttempts } from '../deliveries/attempts/finish-attempts.ts';
import { claimDeliveries, type ClaimedDelivery } from '../deliveries/queue/claim-deliveries.ts';
import { channelPolicies } from '../deliveries/attempts/channel-policies.ts';
import type { SendResult } from '../channels/channel.port.ts';
import { createNotificationDatabase, type NotificationDatabase } from '../testing/notification-database.ts';
import { enterRules } from '../testing/entities.ts';
import { createDossierEvent, createSnapshot } from '../testing/events.builder.ts';
import { createNewsReader } from '../testing/news-reader.ts';
import { shippedRules } from '../testing/shipped-rules.ts';

let data: NotificationDatabase;
let read: ReturnType<typeof createNewsReader>;
beforeAll(async () => {
  data = await createNotificationDatabase();
  await enterRules(
    data.pool,
    shippedRules.map((rule) => ({ ...rule, channels: [['mail']] })),
  );
  read = createNewsReader(data.pool);
});
afterAll(() => data.close());

/** What a test knows of a few events, apart from the table: the answer to what was asked, and the next appointment. */
const answers: Partial<Record<DossierEventName, readonly DossierEventName[]>> = {
  'supplement-requested': ['supplement-received', 'processed', 'returned'],
  'payment-requested': ['payment-made', 'processed', 'returned'],
  extended: ['extended', 'processed', 'returned'],
  processed: ['returned'],
};
const changes: Partial<Record<DossierEventName, object>> = {
  extended: { reasonCode: 'x', newDue: '2026-12-27T09:30:00.000Z' },
  'supplement-requested': { reasonCode: 'x', ordinal: 1 },
};
const eventNames = [
  ...(['transferred', 'supplement-requested', 'supplement-received', 'payment-requested'] as const),
  ...(['payment-made', 'extended', 'processed', 'returned'] as const),
];

const mail = { ...channelPolicies.mail, backoffMs: [0, 0] };
const results: Record<'retry' | 'refused' | 'accepted', SendResult> = {
  retry: { outcome: 'retry', reason: 'provider-unavailable', answer: '451' },
  refused: { outcome: 'refused', reason: 'address-refused', answer: '550' },
  accepted: { outcome: 'accepted', answer: '250' },
};

const happens = fc.record({
  kind: fc.constant('batch' as const),
  events: fc.array(fc.constantFrom(...eventNames, 'undo' as const), { minLength: 1, maxLength: 3 }),
});
const claims = fc.record({ kind: fc.constant('claim' as const) });
const answered = fc.record({
  kind: fc.constant('answer' as const),
  result: fc.constantFrom(...(['retry', 'refused', 'accepted'] as const)),
  which: fc.nat(5),
});
const days = fc.array(fc.oneof(happens, claims, answered, claims, answered), { minLength: 5, maxLength: 25 });

type Step = typeof days extends fc.Arbitrary<(infer Each)[]> ? Each : never;
const batch = (...events: (typeof eventNames)[number][]): Step => ({ kind: 'batch', events });
const undo: Step = { kind: 'batch', events: ['undo'] };
const claimed: Step = { kind: 'claim' };
const triedInVain: Step = { kind: 'answer', result: 'retry', which: 0 };
const answeredWhileItIsSent = [batch('supplement-requested'), claimed, batch('supplement-received'), triedInVain, claimed];
const answerTakenBack = [batch('supplement-requested'), batch('supplement-received'), undo, claimed];

interface Happened {
  readonly name: DossierEventName;
  readonly id: string;
  isTakenBack: boolean;
}

/** One dossier, its events as they become known, and a sender that claims and is answered whenever the schedule says. */
class Course {
  readonly #dossier = createSnapshot({ dossierId: randomUUID() });
  readonly #known: Happened[] = [];
  #version = 0;
  readonly #inHand: ClaimedDelivery[] = [];
  /** Positions in the log of what was told, in the order in which it was. */
  readonly told: number[] = [];
  readonly untrue: string[] = [];

  async happens(names: readonly (DossierEventName | 'undo')[]): Promise<void> {
    await read(names.flatMap((name) => (name === 'undo' ? this.#undo() : [this.#event(name, changes[name])])));
  }

  async claim(): Promise<number> {
    const { rows } = await data.pool.query<{ id: string }>(
      'SELECT id FROM notification.delivery WHERE dossier_id = $1 ORDER BY random()',
      [this.#dossier.dossierId],
    );
    const claimed = await claimDeliveries(
      data.pool,
      'mail',
      60_000,
      rows.map(({ id }) => id),
    );
    const ours = claimed.flatMap((delivery) => delivery ?? []);
    for (const { id } of ours) if (this.#isUntrue(await this.#placeOf(id))) this.untrue.push(id);
    this.#inHand.push(...ours);
    return ours.length;
  }

  async answer(result: SendResult, which: number): Promise<void> {
    const [delivery] = this.#inHand.splice(which % Math.max(1, this.#inHand.length), 1);
    if (delivery === undefined) return;
    if (result.outcome === 'accepted') this.told.push(await this.#placeOf(delivery.id));
    const change = decideAttempt(delivery, result, mail, 1);
    await finishAttempts(data.pool, [{ ...delivery, result, change }]);
  }

  /** Lets everything that is left go out. */
  async drain(): Promise<void> {
    do while (this.#inHand.length > 0) await this.answer(results.accepted, 0);
    while ((await this.claim()) > 0);
  }

  /** Those of which nobody was told though they could have been, and those that are neither sent nor ended. */
  async forgotten(): Promise<string[]> {
    const { rows } = await data.pool.query<{ event_id: string; state: string }>(
      'SELECT event_id, state FROM notification.delivery JOIN notification.notice ON notice.id = notice_id WHERE notice.dossier_id = $1',
      [this.#dossier.dossierId],
    );
    const isWrong = (id: string, state: string): boolean =>
      ['pending', 'sending'].includes(state) || (state === 'overtaken' && !this.#isUntrue(this.#placeOfEvent(id)));
    return rows.flatMap(({ event_id: id, state }) => (isWrong(id, state) ? [`${id} ${state}`] : []));
  }

  #event(name: DossierEventName, change: object = {}) {
    this.#version += 1;
    const event = createDossierEvent(name, { ...this.#dossier, dossierVersion: this.#version }, change);
    this.#known.push({ name, id: event.id, isTakenBack: false });
    return event;
  }

  #undo() {
    const last = this.#known.at(-1);
    if (last === undefined || last.name === 'reverted') return [];
    last.isTakenBack = true;
    const { occurredAt, recordedAt } = this.#dossier;
    return [
      this.#event('reverted', {
        event: last.name,
        version: Math.max(2, this.#version),
        eventId: last.id,
        occurredAt,
        recordedAt,
      }),
    ];
  }

  #isUntrue(place: number): boolean {
    const { name, isTakenBack } = this.#known[place]!;
    const later = this.#known.slice(place + 1).filter((event) => !event.isTakenBack);
    return isTakenBack || later.some((event) => answers[name]?.includes(event.name) === true);
  }

  #placeOfEvent = (eventId: string): number => this.#known.findIndex(({ id }) => id === eventId);

  async #placeOf(deliveryId: string): Promise<number> {
    const { rows } = await data.pool.query<{ event_id: string }>(
      'SELECT event_id FROM notification.notice JOIN notification.delivery ON notice.id = notice_id WHERE delivery.id = $1',
      [deliveryId],
    );
    return this.#placeOfEvent(rows[0]?.event_id ?? '');
  }
}

it('whatever fails and in whichever batches it becomes known, an applicant is told in order, of nothing untrue, and of all the rest', async () => {
  await fc.assert(
    fc.asyncProperty(days, async (steps) => {
      const course = new Course();
      for (const step of steps) {
        if (step.kind === 'batch') await course.happens(step.events);
        else if (step.kind === 'claim') await course.claim();
        else await course.answer(results[step.result], step.which);
      }
      await course.drain();
      expect(course.untrue).toEqual([]);
      expect(course.told).toEqual(course.told.toSorted((left, right) => left - right));
      expect(await course.forgotten()).toEqual([]);
    }),
    { numRuns: 40, endOnFailure: true, examples: [[answeredWhileItIsSent], [answerTakenBack]] },
  );
}, 600_000);
