import type { DeskEntry, OpenDossier } from '@motcua/contracts';

/** What has been typed so far. Texts as they stand in their fields. */
export interface Draft {
  readonly kind: 'person' | 'organisation';
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  /** Who acts for an organisation by law, and as what. */
  readonly representative: string;
  readonly position: string;
  readonly hasAuthorised: boolean;
  readonly authorised: { readonly name: string; readonly phone: string; readonly idNumber: string };
  readonly authorisedAddress: string;
  readonly procedure: string | null;
  readonly content: string;
  /** Copies of each component that was ticked. */
  readonly copies: Readonly<Record<string, number>>;
  /** Originals among them, where that was taken down. */
  readonly originals: Readonly<Record<string, number>>;
  /** Papers that the procedure does not list, one a line. */
  readonly others: string;
  readonly way: 'counter' | 'post' | 'online';
  readonly place: string;
  readonly fee: string;
  /** The fee is paid when the result is fetched. */
  readonly isOwed: boolean;
  readonly receiptNumber: string;
  readonly note: string;
  /** Whether what is seldom asked for is shown. */
  readonly showsMore: boolean;
}

export const emptyDraft: Draft = {
  kind: 'person',
  idNumber: '',
  name: '',
  phone: '',
  email: '',
  address: '',
  representative: '',
  position: '',
  hasAuthorised: false,
  authorised: { name: '', phone: '', idNumber: '' },
  authorisedAddress: '',
  procedure: null,
  content: '',
  copies: {},
  originals: {},
  others: '',
  way: 'counter',
  place: '',
  fee: '',
  isOwed: false,
  receiptNumber: '',
  note: '',
  showsMore: false,
};

export type Missing = 'name' | 'procedure' | 'authorised';

/** What must still be filled in, in the order of the page. */
export function findMissing({ name, procedure, hasAuthorised, authorised }: Draft): Missing[] {
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(hasAuthorised && authorised.name.trim() === '' ? (['authorised'] as const) : []),
    ...(procedure === null ? (['procedure'] as const) : []),
  ];
}

/** @param order codes of the procedure's components, as the receipt lists them @param occurredAt ISO 8601: when it was handed in */
export function toOpenDossier(draft: Draft, unit: string, order: readonly string[], occurredAt: string): OpenDossier {
  const { procedure } = draft;
  if (procedure === null) throw new Error('Nothing is received without a procedure.');
  return {
    action: 'receive',
    unit,
    procedure,
    channel: 'in-person',
    applicant: {
      name: draft.name.trim(),
      ...texts({ idNumber: draft.idNumber, phone: draft.phone, email: draft.email, address: draft.address }),
    },
    desk: toDeskEntry(draft, order),
    occurredAt,
  };
}

function toDeskEntry(draft: Draft, order: readonly string[]): DeskEntry {
  const listed = order.flatMap((code) => {
    const copies = draft.copies[code];
    const originals = draft.originals[code];
    if (copies === undefined) return [];
    return [{ code, copies, ...(originals === undefined ? {} : { originals: Math.min(originals, copies) }) }];
  });
  const named = draft.others
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ name, copies: 1 }));
  const { name, ...others } = draft.authorised;
  const amount = readAmount(draft.fee);
  return {
    ...texts({ content: draft.content }),
    applicantKind: draft.kind,
    ...(draft.kind === 'organisation' && draft.representative.trim() !== ''
      ? { representative: { name: draft.representative.trim(), ...texts({ position: draft.position }) } }
      : {}),
    ...(draft.hasAuthorised
      ? { authorised: { name: name.trim(), ...texts({ ...others, address: draft.authorisedAddress }) } }
      : {}),
    components: [...listed, ...named],
    resultBy: { way: draft.way, ...texts({ place: draft.place }) },
    ...(amount === null ? {} : { fee: toFee(draft, amount) }),
    ...texts({ note: draft.note }),
  };
}

/** What is owed has no receipt yet. */
const toFee = ({ isOwed, receiptNumber }: Draft, amount: number): NonNullable<DeskEntry['fee']> =>
  isOwed ? { amount, paid: false } : { amount, ...texts({ receiptNumber }) };

/** `8.000` → 8000; nothing typed → null. Đồng have no fractions, so every dot and comma is one of thousands. */
export function readAmount(typed: string): number | null {
  const digits = typed.replace(/\D/g, '');
  return digits === '' ? null : Number(digits.slice(0, 12));
}

/** Those that were filled in, without spaces at their ends. */
function texts<Names extends string>(fields: Readonly<Record<Names, string>>): Partial<Record<Names, string>> {
  const filled = Object.entries<string>(fields).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]]));
  return Object.fromEntries(filled) as Partial<Record<Names, string>>;
}
