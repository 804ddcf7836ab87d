import type { PutStaffContact, StaffRole } from '@motcua/contracts';
import type { UnitDirectory } from '../people/unit-directory.ts';
import { ContactStore } from '../people/contact.store.ts';
import type { Person } from '../people/person.ts';
import { StaffEntity } from '../people/staff.entity.ts';
import { openEntities } from './entities.ts';
import { toReferenceRecord, toVersions } from './reference.builder.ts';
import type { NotificationDatabase } from './notification-database.ts';

/** Where somebody works, as the catalogue has it, and how they are reached, as notification has it. */
export interface Member {
  readonly unit: string;
  readonly role: StaffRole;
  readonly contact: PutStaffContact;
}

/** Somebody of a unit in a role, with a mailbox and nothing special. */
export const createMember = (unit: string, role: StaffRole, overrides: Partial<PutStaffContact> = {}): Member => ({
  unit,
  role,
  contact: {
    name: `${role} ${unit}`,
    mail: `${role}@${unit}.example`,
    phone: null,
    zalo: null,
    language: 'vi',
    ...overrides,
  },
});

/** Who handles dossiers in a commune, and heads it. */
export const handlers = { an: createMember('xa-a', 'specialist'), dung: createMember('xa-a', 'head') };

export const createPerson = (id: string, unit: string, role: StaffRole, overrides: Partial<Person> = {}): Person => ({
  id,
  unit,
  role,
  language: 'vi',
  mute: [],
  channels: [],
  digest: true,
  ...overrides,
});

/** The record by which the catalogue says where somebody works, for as long as anybody remembers unless told. */
export const toStaffRecord = (id: string, { unit, role }: Pick<Member, 'unit' | 'role'>, validTo: string | null = null) =>
  toReferenceRecord('staff', id, { id, unit, role, validFrom: '2000-01-01', validTo });

/** Enters somebody as the catalogue and an administrator do. */
export async function enterStaff(
  { pool }: Pick<NotificationDatabase, 'pool'>,
  directory: UnitDirectory,
  id: string,
  member: Member,
): Promise<void> {
  directory.handlers.staff(id, toVersions('staff', toStaffRecord(id, member)));
  await new ContactStore((await openEntities(pool)).getRepository(StaffEntity)).put(id, member.contact);
}
