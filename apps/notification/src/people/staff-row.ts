import type { NoticeChannel, NoticeLanguage, StaffContact, StaffRole } from '@motcua/contracts';

/**
 * A row of `notification.staff`: how somebody is reached. `unit`, `role` and `active` are from before the catalogue had staff: they count
 * for whom the catalogue does not know, and are written no more.
 */
export interface StaffRow {
  readonly id: string;
  readonly name: string | null;
  readonly unit: string | null;
  readonly role: StaffRole | null;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly zalo: string | null;
  readonly language: NoticeLanguage;
  readonly active: boolean;
  readonly mute: string[];
  readonly channels: NoticeChannel[];
  readonly digest: boolean;
}

export const staffColumns = 'id, name, unit, role, mail, phone, zalo, language, active, mute, channels, digest';

/** Of whom nothing was entered: the inbox reaches everybody. */
export const withoutContact = (id: string): StaffRow => ({
  id,
  name: null,
  unit: null,
  role: null,
  mail: null,
  phone: null,
  zalo: null,
  language: 'vi',
  active: true,
  mute: [],
  channels: [],
  digest: true,
});

export function toStaffContact(
  { id, name, mail, phone, zalo, language, mute, channels, digest }: StaffRow,
  place: StaffContact['place'],
): StaffContact {
  return { id, name, mail, phone, zalo, language, preferences: { mute, channels, digest }, place };
}
