import type { PutStaffContact, StaffDocument, UnitDocument } from '@motcua/contracts';
import { createFictitiousName } from '../invention/fictitious-name.ts';
import { createRandom } from '../invention/random.ts';

export interface SeededStaff {
  /** Where they work, for the catalogue. */
  readonly document: StaffDocument;
  /** How they are reached, for notification. */
  readonly contact: PutStaffContact;
}

type Role = StaffDocument['role'];

/** As many as the scenario names: its dossiers are in the hands of `<unit>.01` and so on. */
const officersOf = ({ kind }: UnitDocument): number => (kind === 'commune' || kind === 'department' ? 3 : 6);

/**
 * Invented people for every unit: its head, a counter officer, specialists, and a leader of province and district. The ids are those
 * that the scenario and the simulated counters act under; the same person has the same name on every machine. They work there for as long
 * as there is the unit.
 */
export function createStaffDirectory(units: readonly UnitDocument[]): SeededStaff[] {
  const spans = new Map<string, UnitDocument>();
  for (const unit of units) spans.set(unit.code, { ...unit, validFrom: spans.get(unit.code)?.validFrom ?? unit.validFrom });
  return [...spans.values()].flatMap((unit) => listPosts(unit).map(toStaff(unit)));
}

interface Post {
  readonly post: string;
  readonly role: Role;
}

function listPosts(unit: UnitDocument): Post[] {
  const numbered = Array.from({ length: officersOf(unit) }, (_, index) => String(index + 1).padStart(2, '0'));
  return [
    ...(unit.kind === 'province' || unit.kind === 'district-office' ? [{ post: 'leader', role: 'leader' } as const] : []),
    { post: 'head', role: 'head' },
    { post: 'counter', role: 'counter-officer' },
    { post: 'specialist', role: 'specialist' },
    ...numbered.map((post): Post => ({ post, role: 'specialist' })),
  ];
}

const toStaff =
  ({ code, validFrom, validTo }: UnitDocument) =>
  ({ post, role }: Post): SeededStaff => {
    const id = `${code}.${post}`;
    const random = createRandom(toSeed(id));
    const name = createFictitiousName(random);
    return {
      document: { id, unit: code, role, validFrom, validTo },
      contact: {
        name,
        mail: `${/^\d/.test(post) ? `can-bo-${post}` : post}@${code}.example`,
        phone: `0000${String(random.between(0, 999_999)).padStart(6, '0')}`,
        zalo: null,
        language: 'vi',
      },
    };
  };

const toSeed = (text: string): number => Buffer.from(text).reduce((seed, byte) => (seed * 31 + byte) | 0, 7);
