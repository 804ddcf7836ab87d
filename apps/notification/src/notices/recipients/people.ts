import type { NoticeAudience } from '@motcua/contracts';
import type { NotifiableEvent } from '../events/notifiable-event.ts';
import type { Person } from '../../people/person.ts';

type StaffAudience = Exclude<NoticeAudience, 'applicant'>;
type Addressed = Pick<NotifiableEvent, 'officer' | 'unit' | 'path' | 'handlingUnit' | 'proposal'>;

/** The people at work in some units, by place and role: whom an event is for. */
export class People {
  readonly #byId = new Map<string, Person>();
  readonly #byPlace = new Map<string, Person[]>();

  constructor(people: readonly Person[]) {
    for (const person of people) {
      this.#byId.set(person.id, person);
      const place = `${person.role} ${person.unit}`;
      this.#byPlace.set(place, [...(this.#byPlace.get(place) ?? []), person]);
    }
  }

  /**
   * Whom an audience stands for. The officer in charge where they are at work, else all of the role in the unit that has the
   * dossier; where nobody is found, the heads from the responsible unit upward. Empty: nobody at all, the notice is unaddressed.
   * Whoever made a proposal does not decide on it: of a unit with one head it is the next one above.
   */
  find(audience: StaffAudience, event: Addressed): readonly Person[] {
    const proposer = event.proposal?.madeBy ?? null;
    if (audience === 'proposer') return this.#inCharge(proposer) ?? this.#nearest('head', event.path);
    const others = proposer === null ? this : this.#without(proposer);
    const found = others.#findMeant(audience, event);
    return found.length > 0 ? found : others.#nearest('head', event.path);
  }

  #without(id: string): People {
    return new People([...this.#byId.values()].filter((person) => person.id !== id));
  }

  #findMeant(audience: Exclude<StaffAudience, 'proposer'>, { officer, unit, path, handlingUnit }: Addressed): readonly Person[] {
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

  #inCharge(officer: string | null): readonly Person[] | undefined {
    const person = officer === null ? undefined : this.#byId.get(officer);
    return person === undefined ? undefined : [person];
  }

  #at(role: Person['role'], unit: string): readonly Person[] {
    return this.#byPlace.get(`${role} ${unit}`) ?? [];
  }

  /** Those of a role in the lowest unit of a path that has one. */
  #nearest(role: Person['role'], path: readonly string[]): readonly Person[] {
    const unit = path.findLast((code) => this.#at(role, code).length > 0);
    return unit === undefined ? [] : this.#at(role, unit);
  }
}
