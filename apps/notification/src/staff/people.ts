import type { NoticeAudience } from '@motcua/contracts';
import type { ToldEvent } from '../notices/told-event.ts';
import type { StaffRow } from './staff-row.ts';

type StaffAudience = Exclude<NoticeAudience, 'applicant'>;
type Addressed = Pick<ToldEvent, 'officer' | 'unit' | 'path' | 'handlingUnit'>;

/** The active people of some units, by place and role: whom an event is for. */
export class People {
  readonly #byId = new Map<string, StaffRow>();
  readonly #byPlace = new Map<string, StaffRow[]>();

  constructor(rows: readonly StaffRow[]) {
    for (const row of rows) {
      if (!row.active) continue;
      this.#byId.set(row.id, row);
      const place = `${row.role} ${row.unit}`;
      this.#byPlace.set(place, [...(this.#byPlace.get(place) ?? []), row]);
    }
  }

  /**
   * Whom an audience stands for. The officer in charge where he is in the directory, else all of the role in the unit that has the
   * dossier; where nobody is found, the heads from the responsible unit upward. Empty: nobody at all, the notice is unaddressed.
   */
  find(audience: StaffAudience, event: Addressed): readonly StaffRow[] {
    const found = this.#findMeant(audience, event);
    return found.length > 0 ? found : this.#nearest('head', event.path);
  }

  #findMeant(audience: StaffAudience, { officer, unit, path, handlingUnit }: Addressed): readonly StaffRow[] {
    switch (audience) {
      case 'specialist':
        return this.#inCharge(officer) ?? this.#at('specialist', handlingUnit);
      case 'counter-officer':
        return this.#inCharge(officer) ?? this.#at('counter-officer', unit);
      case 'head':
        return this.#nearest('head', path);
      case 'head-above':
        return this.#nearest('head', path.slice(0, -1));
      case 'leader':
        return this.#nearest('leader', path);
    }
  }

  #inCharge(officer: string | null): readonly StaffRow[] | undefined {
    const person = officer === null ? undefined : this.#byId.get(officer);
    return person === undefined ? undefined : [person];
  }

  #at(role: StaffRow['role'], unit: string): readonly StaffRow[] {
    return this.#byPlace.get(`${role} ${unit}`) ?? [];
  }

  /** Those of a role in the lowest unit of a path that has one. */
  #nearest(role: StaffRow['role'], path: readonly string[]): readonly StaffRow[] {
    const unit = path.findLast((code) => this.#at(role, code).length > 0);
    return unit === undefined ? [] : this.#at(role, unit);
  }
}
