import type { PutStaffMember, StaffRole } from '@motcua/contracts';
import type { StaffRow } from '../staff/staff-row.ts';

/** Somebody of a unit in a role, with a mailbox and nothing special. */
export const createMember = (unit: string, role: StaffRole, said: Partial<PutStaffMember> = {}): PutStaffMember => ({
  name: `${role} ${unit}`,
  unit,
  role,
  mail: `${role}@${unit}.example`,
  phone: null,
  zalo: null,
  language: 'vi',
  active: true,
  ...said,
});

export const createStaffRow = (id: string, unit: string, role: StaffRole, said: Partial<StaffRow> = {}): StaffRow => ({
  id,
  name: id,
  unit,
  role,
  mail: null,
  phone: null,
  zalo: null,
  language: 'vi',
  active: true,
  mute: [],
  channels: [],
  digest: true,
  ...said,
});
