import { toLocalDate } from '@motcua/calendar';
import type { AccountPost, AccountRole } from '@motcua/contracts';
import { StaffBook, type StaffRole } from '@motcua/organisation';
import type { ReferenceHandlers } from '@motcua/reference';
import { Injectable } from '@nestjs/common';

const ZONE = 'Asia/Ho_Chi_Minh';
const staffRoles: Readonly<Partial<Record<AccountRole, StaffRole>>> = {
  counter: 'counter-officer',
  specialist: 'specialist',
  head: 'head',
  leader: 'leader',
};

/** Who works where, as the catalogue publishes it. */
@Injectable()
export class StaffPlaces implements ReferenceHandlers<'staff'> {
  readonly #staff = new StaffBook();

  readonly handlers: ReferenceHandlers<'staff'>['handlers'] = {
    staff: (id, versions) => {
      this.#staff.put(id, versions);
    },
  };

  remove(_kind: 'staff', id: string): void {
    this.#staff.remove(id);
  }

  /**
   * What is left of somebody's posts: of whom the catalogue knows, the work they do in that unit on this day, and what is no work of an
   * officer; of anybody else all of it.
   */
  keep(id: string, posts: readonly AccountPost[], now: number): readonly AccountPost[] {
    if (!this.#staff.has(id)) return posts;
    const place = this.#staff.find(id, toLocalDate(ZONE, now));
    return posts.filter(({ role, unit }) => {
      const staffRole = staffRoles[role];
      return staffRole === undefined || (place?.unit === unit && place?.role === staffRole);
    });
  }
}
