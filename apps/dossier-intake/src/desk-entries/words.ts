import type { DeskEntry, HandedInComponent, PaymentWay } from '@motcua/contracts';

/** What is taken down in free words, and may name people. */
export interface Words {
  readonly content?: string;
  readonly authorised?: NonNullable<DeskEntry['authorised']>;
  readonly representative?: NonNullable<DeskEntry['representative']>;
  /** Names of handed-in papers that the procedure does not list, by their place among all. */
  readonly names?: Readonly<Record<number, string>>;
  readonly place?: string;
  readonly receiptNumber?: string;
  readonly note?: string;
}

/** What is left when the words are gone: closed lists, codes of the catalogue and numbers. */
export interface Plain {
  readonly applicantKind: NonNullable<DeskEntry['applicantKind']> | null;
  readonly components: readonly Omit<HandedInComponent, 'name'>[] | null;
  readonly resultWay: NonNullable<DeskEntry['resultBy']>['way'] | null;
  readonly feeAmount: number | null;
  /** null: nothing was said of it, and so it was paid. */
  readonly feePaid: boolean | null;
  /** null: nothing was said of it. */
  readonly feeWay: PaymentWay | null;
}

/** Parts an entry into what has to be sealed and what has not; `joinWords` puts it together again. */
export function partWords(entry: DeskEntry): {
  readonly plain: Plain;
  readonly words: Words;
} {
  const { content, applicantKind, authorised, representative, components, resultBy, fee, note } = entry;
  const named = (components ?? []).flatMap(({ name }, place) => (name === undefined ? [] : [[place, name] as const]));
  return {
    plain: {
      applicantKind: applicantKind ?? null,
      components: components?.map(({ name: _, ...component }) => component) ?? null,
      resultWay: resultBy?.way ?? null,
      feeAmount: fee?.amount ?? null,
      feePaid: fee?.paid ?? null,
      feeWay: fee?.way ?? null,
    },
    words: {
      ...(content === undefined ? {} : { content }),
      ...(authorised === undefined ? {} : { authorised }),
      ...(representative === undefined ? {} : { representative }),
      ...(named.length === 0 ? {} : { names: Object.fromEntries(named) }),
      ...(resultBy?.place === undefined ? {} : { place: resultBy.place }),
      ...(fee?.receiptNumber === undefined ? {} : { receiptNumber: fee.receiptNumber }),
      ...(note === undefined ? {} : { note }),
    },
  };
}

export function joinWords({ applicantKind, components, resultWay, feeAmount, feePaid, feeWay }: Plain, words: Words): DeskEntry {
  const { content, authorised, representative, names = {}, place, receiptNumber, note } = words;
  return {
    ...(content === undefined ? {} : { content }),
    ...(applicantKind === null ? {} : { applicantKind }),
    ...(authorised === undefined ? {} : { authorised }),
    ...(representative === undefined ? {} : { representative }),
    ...(components === null
      ? {}
      : {
          components: components.map((component, index) => {
            const name = names[index];
            return name === undefined ? component : { name, ...component };
          }),
        }),
    ...(resultWay === null ? {} : { resultBy: { way: resultWay, ...(place === undefined ? {} : { place }) } }),
    ...(feeAmount === null
      ? {}
      : {
          fee: {
            amount: feeAmount,
            ...(feePaid === null ? {} : { paid: feePaid }),
            ...(feeWay === null ? {} : { way: feeWay }),
            ...(receiptNumber === undefined ? {} : { receiptNumber }),
          },
        }),
    ...(note === undefined ? {} : { note }),
  };
}
