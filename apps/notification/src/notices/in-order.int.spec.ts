import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierEventName } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createMailChannel } from '../channels/mail.channel.ts';
import type { ContactSource } from '../deliveries/addresses/contact-source.ts';
import { openTemplateBook } from '../templates/template-book.ts';
import { createDeliveriesFixture, quickPolicies, type DeliveriesFixture } from '../testing/deliveries/deliveries-fixture.ts';
import { FlakyRelay } from '../testing/deliveries/flaky-relay.ts';
import { enterRules } from '../testing/entities.ts';
import { createDossierEvent, createSnapshot } from '../testing/events.builder.ts';
import { createNewsReader } from '../testing/news-reader.ts';
import { shippedRules } from '../testing/shipped-rules.ts';

const nothing = { name: null, phone: null, language: null, zaloConsent: null, ratingLink: null, reasonText: null };
const contacts: ContactSource = {
  find: (dossierId) => Promise.resolve({ status: 'found', contact: { ...nothing, dossierId, email: 'binh@example.vn' } }),
};
// So many attempts that none is the last.
const policies = { ...quickPolicies, mail: { ...quickPolicies.mail, backoffMs: Array.from({ length: 10_000 }, () => 20) } };

const relay = new FlakyRelay();
let fixture: DeliveriesFixture;
let url: string;
beforeAll(async () => {
  [fixture, url] = await Promise.all([createDeliveriesFixture(), relay.open()]);
  await enterRules(fixture.pool, shippedRules);
});
afterEach(async () => {
  await fixture.stopAll();
  relay.taken.length = 0;
});
afterAll(async () => {
  await fixture.close();
  await relay.close();
});

function start() {
  const channels = new Map([['mail' as const, createMailChannel({ url, from: 'Một cửa <mot-cua@thanhba.example>' })]]);
  return fixture.start({ store: fixture.postgres, channels, contacts, policies, renderer: openTemplateBook() });
}

/** The reader of the log, and what a dossier has come to. */
function createCase() {
  const read = createNewsReader(fixture.pool);
  const dossier = createSnapshot();
  let dossierVersion = 0;
  const happens = async (name: DossierEventName, change: object = {}) => {
    dossierVersion += 1;
    await read([createDossierEvent(name, { ...dossier, dossierVersion }, change)]);
  };
  const rows = async () =>
    (
      await fixture.pool.query<{ id: string; event: string; state: string; by: string | null }>(
        `SELECT delivery.id, notice.event, state, overtaken_by AS by FROM notification.delivery
         JOIN notification.notice ON notice.id = notice_id WHERE notice.dossier_id = $1 ORDER BY notice.position`,
        [dossier.dossierId],
      )
    ).rows;
  const isOver = async (): Promise<boolean> => (await rows()).every(({ state }) => state !== 'pending' && state !== 'sending');
  return {
    happens,
    rows,
    idOf: async (event: string) => (await rows()).find((row) => row.event === event)?.id,
    untilOver: () => waitFor(isOver, { describe: 'everything to be sent, or not to be' }),
    /** Events of the mails that the relay took. */
    taken: async () => {
      const known = await rows();
      return relay.taken.map((taken) => known.find(({ id }) => id === taken)?.event);
    },
  };
}

function untilRefused(times: number): Promise<boolean> {
  const before = relay.refused;
  return waitFor(() => Promise.resolve(relay.refused >= before + times), { describe: 'the relay to refuse' });
}

describe('the mails about one dossier', () => {
  it('do not ask for what was brought meanwhile, when the relay is back', async () => {
    const { happens, rows, untilOver, taken } = createCase();
    relay.refuses = () => true;
    start();
    start();
    await happens('supplement-requested', { reasonCode: 'x', ordinal: 1 });
    await untilRefused(2);
    await happens('supplement-received');
    relay.refuses = () => false;
    await untilOver();
    expect(await taken()).toEqual(['dossier.supplement-received']);
    expect((await rows()).map(({ event, state, by }) => ({ event, state, by }))).toEqual([
      { event: 'dossier.supplement-requested', state: 'overtaken', by: 'dossier.supplement-received' },
      { event: 'dossier.supplement-received', state: 'accepted', by: null },
    ]);
  });

  it('do not overtake one that the relay refuses for now', async () => {
    const { happens, idOf, untilOver, taken } = createCase();
    await happens('received');
    await happens('supplement-requested', { reasonCode: 'x', ordinal: 1 });
    const first = await idOf('dossier.received');
    relay.refuses = (delivery) => delivery === first;
    start();
    start();
    await untilRefused(10);
    expect(relay.taken).toEqual([]);
    relay.refuses = () => false;
    await untilOver();
    expect(await taken()).toEqual(['dossier.received', 'dossier.supplement-requested']);
  });
});
