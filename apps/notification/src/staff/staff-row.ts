import type { NoticeChannel, NoticeLanguage, StaffMember, StaffRole } from '@motcua/contracts';

/** A row of `notification.staff`. */
export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly role: StaffRole;
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

export function toStaffMember({ mute, channels, digest, ...fields }: StaffRow): StaffMember {
  return { ...fields, preferences: { mute, channels, digest } };
}
