import type { FigureId } from './definitions.ts';
import type { InstitutionalKind, UnitKind } from './institutional-entry.ts';

/** `last-day`: what holds then; `whole-months`: what lies wholly in the period; `begun`: what began in it. */
export type When = 'last-day' | 'whole-months' | 'begun';

/** How a figure is made of what was entered. */
export interface InstitutionalRule {
  readonly id: FigureId;
  /** Grows when the rule changes; a figure names the version it was made by. */
  readonly version: number;
  readonly kind: InstitutionalKind;
  /** Units that count; all where absent. */
  readonly of?: readonly UnitKind[];
  readonly when: When;
  /** Every such unit is in the denominator, whether it entered something or not. */
  readonly perUnit?: true;
}

const district = ['district-office', 'department'] as const;
const commune = ['commune'] as const;

export const institutionalRules: readonly InstitutionalRule[] = [
  { id: 'modern-one-stop', version: 1, kind: 'modern-one-stop', of: commune, when: 'last-day', perUnit: true },
  { id: 'through-one-stop', version: 1, kind: 'through-one-stop', when: 'last-day' },
  { id: 'network.district', version: 1, kind: 'network-dossiers', of: district, when: 'whole-months' },
  { id: 'network.commune', version: 1, kind: 'network-dossiers', of: commune, when: 'whole-months' },
  { id: 'mailboxes.district', version: 1, kind: 'mailboxes', of: district, when: 'last-day' },
  { id: 'mailboxes.commune', version: 1, kind: 'mailboxes', of: commune, when: 'last-day' },
  { id: 'iso-9001', version: 1, kind: 'iso-9001', of: [...district, ...commune], when: 'last-day', perUnit: true },
  { id: 'e-document-schools', version: 1, kind: 'e-document-schools', when: 'last-day' },
  { id: 'planning-opinions', version: 1, kind: 'planning-opinions', when: 'begun' },
  { id: 'petitions', version: 1, kind: 'petitions', when: 'whole-months' },
];
