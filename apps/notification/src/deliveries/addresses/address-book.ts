import type { ApplicantContact } from '@motcua/contracts';
import type { Pool } from 'pg';
import type { ChannelName } from '../../channels/channel.port.ts';
import type { ClaimedDelivery } from '../queue/claim-deliveries.ts';
import type { ContactSource } from './contact-source.ts';
import type { UnitDirectory } from '../../people/unit-directory.ts';
import { findPlace } from '../../people/person.ts';
import type { StaffRow } from '../../people/staff-row.ts';
import { groupCalls } from '../queue/group-calls.ts';

/** Who works where, as the catalogue says. */
export type StaffPlaces = Pick<UnitDirectory, 'knowsStaff' | 'findPost'> & { readonly isLoaded: boolean };

/** How a recipient is reached by a channel, for one attempt and no longer. */
export interface Address {
  readonly to: string;
  /** The language they wish; absent: as the notice says. */
  readonly language?: 'vi' | 'en';
  /** Where they may look up how their dossier stands. */
  readonly link?: string;
  /** Where they may rate how their dossier was handled. */
  readonly ratingLink?: string;
  /** What an officer wrote about the reason of what they are notified of. */
  readonly reasonText?: string;
  /** What they are asked to bring, and to pay. */
  readonly papers?: ApplicantContact['papers'];
  readonly amount?: number;
  readonly payAt?: string;
  /** Name of the officer in charge. */
  readonly officerName?: string;
}

export type AddressAnswer =
  | { readonly status: 'found'; readonly address: Address }
  /** There is none for this channel. */
  | { readonly status: 'missing'; readonly reason: string; readonly answer: string }
  /** Whoever knows is away. */
  | { readonly status: 'away'; readonly answer: string };

type Variables = ClaimedDelivery['variables'];
type Addressed = Pick<ClaimedDelivery, 'recipientKind' | 'recipient' | 'dossierId' | 'channel' | 'variables'>;

/** Looks up where an attempt goes. Nothing is remembered: an address that was corrected counts at the next attempt. */
export class AddressBook {
  readonly #findStaffRow: (id: string) => Promise<StaffAddress>;

  constructor(
    pool: Pool,
    private readonly contacts: ContactSource,
    private readonly staff: StaffPlaces,
    /** Where people reach the gateway. */
    private readonly publicUrl: string,
  ) {
    this.#findStaffRow = groupCalls((ids) => findStaffRows(pool, ids), { most: 100, lanes: 2 });
  }

  async find({ recipientKind, recipient, dossierId, channel, variables }: Addressed): Promise<AddressAnswer> {
    switch (recipientKind) {
      case 'staff':
        return this.#findStaff(recipient, channel);
      case 'webhook':
        return { status: 'found', address: { to: recipient } };
      case 'applicant':
        return dossierId === null ? missing('He has no dossier to ask for.') : this.#findApplicant(dossierId, channel, variables);
    }
  }

  async #findStaff(id: string, channel: ChannelName): Promise<AddressAnswer> {
    // Who works where is not known before the catalogue has been read: then nobody has left.
    if (!this.staff.isLoaded) return { status: 'away', answer: 'The staff of the catalogue are still being read.' };
    const row = await this.#findStaffRow(id);
    if (findPlace(this.staff, row, row.now) === undefined) return missing('They are not on the staff any more.');
    return toAnswer({ 'in-app': id, mail: row.mail, sms: row.phone, zalo: row.zalo, webhook: null }[channel], channel);
  }

  async #findApplicant(dossierId: string, channel: ChannelName, variables: Variables): Promise<AddressAnswer> {
    const found = await this.contacts.find(dossierId, findReasonVersion(variables));
    if (found.status === 'away') return found;
    if (found.status === 'unknown') return missing('dossier-intake does not know the dossier.');
    const { phone, email, language, zaloConsent, ratingLink, reasonText, papers = [], payment = null } = found.contact;
    if (channel === 'zalo' && zaloConsent !== true) return missing('He has not agreed to messages over Zalo.', 'consent-missing');
    const officerName = await this.#findOfficerName(variables);
    const to = { 'in-app': null, mail: email, sms: phone, zalo: phone, webhook: null }[channel];
    return toAnswer(to, channel, {
      ...(typeof variables['code'] === 'string' ? { link: this.#toLookUpLink(variables['code']) } : {}),
      ...(language === null ? {} : { language }),
      ...(ratingLink === null ? {} : { ratingLink }),
      ...(reasonText === null ? {} : { reasonText }),
      ...(papers.length === 0 ? {} : { papers }),
      ...(payment === null ? {} : { amount: payment.amount }),
      ...(payment?.place === undefined ? {} : { payAt: payment.place }),
      ...(officerName === undefined ? {} : { officerName }),
    });
  }

  /** Whose the dossier is, as NĐ 224/2026 Art. 15 has it told; undefined: nobody is in charge, or their name was not entered. */
  async #findOfficerName({ officer }: Variables): Promise<string | undefined> {
    return typeof officer === 'string' ? ((await this.#findStaffRow(officer)).name ?? undefined) : undefined;
  }

  /** It opens nothing by itself: whoever has it still proves, by a code that is sent to them, that they are the applicant. */
  #toLookUpLink(code: string): string {
    return `${this.publicUrl.replace(/\/$/, '')}/tra-cuu?${new URLSearchParams({ ma: code }).toString()}`;
  }
}

/** The version of the event whose reason in words belongs into the notice; of notices that tell none, undefined. */
function findReasonVersion({ reasonVersion }: Variables): number | undefined {
  return typeof reasonVersion === 'number' ? reasonVersion : undefined;
}

interface StaffAddress extends Pick<StaffRow, 'id' | 'name' | 'unit' | 'role' | 'active' | 'mail' | 'phone' | 'zalo'> {
  /** By the database’s clock. */
  readonly now: number;
}

/** Of whom no address was entered there is a row all the same, without any. */
async function findStaffRows(pool: Pool, ids: readonly string[]): Promise<StaffAddress[]> {
  const { rows } = await pool.query<Omit<StaffAddress, 'now'> & { readonly now: Date }>({
    name: 'staff-addresses',
    text: `SELECT wanted.id, name, unit, role, coalesce(active, true) AS active, mail, phone, zalo, notification.clock_now() AS now
      FROM unnest($1::text[]) AS wanted (id) LEFT JOIN notification.staff USING (id)`,
    values: [[...new Set(ids)]],
  });
  const byId = new Map(rows.map((row) => [row.id, { ...row, now: row.now.getTime() }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function toAnswer(to: string | null, channel: ChannelName, more: Omit<Address, 'to'> = {}): AddressAnswer {
  if (to === null || to.trim() === '') return missing(`No address for the channel "${channel}" is known.`);
  return { status: 'found', address: { to, ...more } };
}

const missing = (answer: string, reason = 'address-missing'): AddressAnswer => ({ status: 'missing', reason, answer });
