import type { StaffContact } from '@motcua/contracts';
import type { StaffEntity } from './staff.entity.ts';

/** How somebody is reached, as planning and sending read it by their own SQL too. */
export type StaffRow = Readonly<Omit<StaffEntity, 'updatedAt'>>;

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
