import type { DossierView } from '@motcua/contracts';

export type HistoryEvent = NonNullable<DossierView['history']>[number];

/** A field before and after; `from` is undefined where the log does not say. */
export interface ChangedField {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

interface Pair {
  readonly from?: Readonly<Record<string, unknown>>;
  readonly to?: Readonly<Record<string, unknown>>;
}

interface Change {
  readonly fields?: readonly string[];
  readonly fromUnit?: string;
  readonly toUnit?: string;
  readonly previousDue?: string | null;
  readonly newDue?: string;
  readonly proposedCorrection?: Pair;
  readonly proposedMoment?: { readonly occurredAt: string };
  readonly proposedUnit?: { readonly unit: string };
  readonly decision?: { readonly correction?: Pair; readonly occurredAt?: string | null; readonly effectiveAt?: string | null };
}

/** What an event changed, field by field, as far as the log tells it. */
export function toChangedFields({ change, occurredAt }: Pick<HistoryEvent, 'change' | 'occurredAt'>): ChangedField[] {
  const { fields = [], fromUnit, toUnit, newDue, proposedCorrection, proposedMoment, proposedUnit, decision }: Change = change;
  const pairs = [
    ...toPairs(proposedCorrection),
    ...toPairs(decision?.correction),
    ...(toUnit === undefined ? [] : [{ field: 'unit', from: fromUnit, to: toUnit }]),
    ...(newDue === undefined ? [] : [{ field: 'due', from: undefined, to: newDue }]),
    ...(proposedUnit === undefined ? [] : [{ field: 'unit', from: undefined, to: proposedUnit.unit }]),
    ...(proposedMoment === undefined ? [] : [{ field: 'occurredAt', from: occurredAt, to: proposedMoment.occurredAt }]),
    ...(typeof decision?.occurredAt === 'string'
      ? [{ field: 'occurredAt', from: decision.effectiveAt ?? undefined, to: decision.occurredAt }]
      : []),
  ];
  const told = new Set(pairs.map(({ field }) => field));
  return [...pairs, ...fields.filter((field) => !told.has(field)).map((field) => ({ field, from: undefined, to: undefined }))];
}

const toPairs = ({ from = {}, to = {} }: Pair = {}): ChangedField[] =>
  Object.entries(to).map(([field, value]) => ({ field, from: from[field], to: value }));
