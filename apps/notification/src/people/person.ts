import type { StaffContact, StaffRole } from '@motcua/contracts';
import type { UnitDirectory } from './unit-directory.ts';
import type { StaffRow } from './staff-row.ts';

export type Place = NonNullable<StaffContact['place']>;

/** Somebody at work today, with what they wish. */
export interface Person extends Pick<StaffRow, 'id' | 'language' | 'mute' | 'channels' | 'digest'> {
  readonly unit: string;
  readonly role: StaffRole;
}

/** Where somebody works at a moment: as the catalogue says; of whom it knows nothing, as was entered here before it had staff. */
export function findPlace(
  directory: Pick<UnitDirectory, 'knowsStaff' | 'findPost'>,
  { id, unit, role, active }: Pick<StaffRow, 'id' | 'unit' | 'role' | 'active'>,
  at: number,
): Place | undefined {
  const post = directory.findPost(id, at);
  if (post !== undefined) return { unit: post.unit, role: post.role, placedBy: 'catalogue' };
  if (directory.knowsStaff(id) || !active || unit === null || role === null) return undefined;
  return { unit, role, placedBy: 'notification' };
}

export function toPerson({ id, language, mute, channels, digest }: StaffRow, { unit, role }: Place): Person {
  return { id, unit, role, language, mute, channels, digest };
}
