import type { LegacyEvent } from '@motcua/contracts';

/** A week of October 2026, Monday to Friday, without a holiday. */
const monday = Date.parse('2026-10-12T00:00:00+07:00');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const units = ['xa-thanh-ba', 'xa-quang-yen', 'xa-hoang-cuong', 'xa-dong-thanh', 'xa-chi-tien', 'xa-lien-minh'];
const procedures = ['1.001193', '1.004873', '1.004859', '2.000815', '1.001776'];
const limits = [
  { amount: 4, unit: 'working-hour' },
  { amount: 6, unit: 'working-hour' },
  { amount: 0, unit: 'working-day' },
  { amount: 1, unit: 'working-day' },
  { amount: 2, unit: 'working-day' },
] as const;

/** The legacy system that reports the week. */
export const weekSource = 'urn:motcua:drill';

type Name = 'submitted' | 'received' | 'transferred' | 'supplement-requested' | 'supplement-received' | 'extended' | 'processed';
type Data = Omit<LegacyEvent['data'], 'sourceCode'>;

/** The moments at which somebody looks: every half hour of the working days, and the next Monday. */
export const ticks: readonly number[] = [0, 1, 2, 3, 4, 7].flatMap((day) =>
  Array.from({ length: 22 }, (_, half) => monday + day * DAY_MS + (7 * 60 + 30 * half) * MINUTE_MS),
);

/** The week's events in the order they happen; each dossier lives as dossiers do, some of them late. */
export function createWeek(random: () => number, dossiers: number): LegacyEvent[] {
  const events: LegacyEvent[] = [];
  for (let index = 0; index < dossiers; index += 1) {
    const sourceCode = `tuan-${String(index + 1).padStart(4, '0')}`;
    for (const [ordinal, { name, at, data }] of liveOn(random).entries()) {
      events.push({
        specversion: '1.0',
        id: `${sourceCode}-${ordinal}`,
        source: weekSource,
        type: `vn.motcua.dossier.${name}.v1`,
        time: new Date(at).toISOString(),
        data: { sourceCode, ...data },
      });
    }
  }
  return events.sort((left, right) => Date.parse(left.time) - Date.parse(right.time));
}

interface Transition {
  readonly name: Name;
  readonly at: number;
  readonly data: Data;
}

function liveOn(random: () => number): Transition[] {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T; // The lists above are not empty.
  const unit = pick(units);
  const receipt: Data = { unit, procedure: pick(procedures), channel: 'in-person', officer: `${unit}.01` };
  const transitions: Transition[] = [];
  let at = monday + Math.floor(random() * 4) * DAY_MS + Math.floor((7.6 + random() * 9) * 60) * MINUTE_MS;
  const happen = (name: Name, data: Data = {}): void => void transitions.push({ name, at, data });
  /** Between a few minutes and some hours later; seconds keep two events of a dossier apart. */
  const pass = (hours: number): void =>
    void (at += Math.floor(1 + random() * hours * 60) * MINUTE_MS + Math.floor(random() * 59) * 1000);

  if (random() < 0.3) {
    happen('submitted', { ...receipt, channel: 'online' });
    pass(10);
  }
  happen('received', { ...receipt, limit: pick(limits) });
  if (random() < 0.4) {
    pass(6);
    happen('transferred', { unit: pick(units) });
  }
  if (random() < 0.25) {
    pass(8);
    happen('supplement-requested', { reasonCode: 'components-missing' });
    if (random() < 0.8) {
      pass(24);
      happen('supplement-received');
    }
  } else if (random() < 0.15) {
    pass(4);
    happen('extended', { newDue: new Date(at + 3 * DAY_MS - (at % MINUTE_MS)).toISOString(), reasonCode: 'verification' });
  }
  if (random() < 0.75) {
    pass(40);
    happen('processed');
  }
  return transitions;
}
