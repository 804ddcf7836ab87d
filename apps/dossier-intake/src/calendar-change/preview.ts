import type { CalendarChangePreview, CalendarChangeUnit } from '@motcua/contracts';
import type { Move } from './find-move.ts';

const SAMPLE = 20;

/** Gathers what would move, unit by unit, and shows some of it. */
export class Preview {
  readonly #units = new Map<string, CalendarChangeUnit>();
  readonly #sample: CalendarChangePreview['sample'] = [];

  add({ before, after }: Move): void {
    const unit = before.responsible.code;
    const [from, to] = [before.clock.currentDue, after.clock.currentDue];
    const counted = this.#units.get(unit) ?? { unit, dossiers: 0, earlier: 0, later: 0 };
    const [earlier, later] = from === null || to === null ? [0, 0] : [Number(to < from), Number(to > from)];
    this.#units.set(unit, {
      unit,
      dossiers: counted.dossiers + 1,
      earlier: counted.earlier + earlier,
      later: counted.later + later,
    });
    if (from === to || this.#sample.length === SAMPLE) return;
    const code = before.receipt?.code ?? before.sourceCode;
    this.#sample.push({ dossierId: before.id, code, unit, before: isoOrNull(from), after: isoOrNull(to) });
  }

  toAnswer(calendar: CalendarChangePreview['calendar']): CalendarChangePreview {
    const units = [...this.#units.values()].toSorted((left, right) => (left.unit < right.unit ? -1 : 1));
    return { calendar, dossiers: units.reduce((sum, { dossiers }) => sum + dossiers, 0), units, sample: this.#sample };
  }
}

const isoOrNull = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());
