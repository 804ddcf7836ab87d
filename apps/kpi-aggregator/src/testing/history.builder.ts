import { createEvent, createSnapshot, type BuiltEvent } from './snapshot.builder.ts';

const HOUR = 3_600_000;
const at = (ms: number): string => new Date(ms).toISOString();

/** Each suite test has a tree of its own, so that they do not count each other's dossiers. */
export const inUnit = (unit: string) => ({ responsibleUnit: unit, responsiblePath: ['province', unit], handlingUnit: unit });

/** Eight dossiers: five finished (one late), two open and in time, one open and overdue; one of them was reassigned. */
export function createHistory(unit: string): readonly BuiltEvent[] {
  return Array.from({ length: 8 }, (_, index) => {
    const receivedAt = at(Date.UTC(2022, 2, 1 + index, 2));
    const isOverdue = index === 7;
    const base = createSnapshot({
      ...inUnit(unit),
      channel: index % 2 === 0 ? 'online' : 'in-person',
      receivedAt,
      currentDue: isOverdue || index < 5 ? at(Date.UTC(2022, 2, 3 + index, 2)) : at(Date.now() + 48 * HOUR),
    });
    const due = base.currentDue;
    const dated = { ...base, originalDue: due, due766: due };
    const events = [createEvent('received', dated)];
    const moved = { ...dated, dossierVersion: 2, occurredAt: at(Date.UTC(2022, 2, 12, 2)), ...inUnit(`${unit}-new`) };
    if (index === 6) events.push(createEvent('reassigned', moved));
    const endedAt = at(Date.UTC(2022, 2, index === 4 ? 20 : 2 + index, 3));
    if (index < 5)
      events.push(
        createEvent('processed', { ...dated, dossierVersion: 2, status: 9, endedAt, endedBy: 'processed', occurredAt: endedAt }),
      );
    return events;
  }).flat();
}
