import type { StepEntry } from '@motcua/contracts';

/** What is typed so far of what is taken down with a step. */
export interface StepEntryDraft {
  /** Codes of what is to be brought, or was. */
  readonly papers: readonly string[];
  /** What else, a paper a line. */
  readonly otherPapers: string;
  /** Who took the result in the applicant's place; without a name: the applicant did. */
  readonly takenBy: { readonly name: string; readonly idNumber: string; readonly phone: string };
  /** In đồng. */
  readonly amount: number | undefined;
  readonly payAt: string;
  readonly receiptNumber: string;
}

/** What is taken down with a step, by the field that asks for it; nothing where nothing was typed. */
export function toStepEntry({ papers, otherPapers, takenBy, amount, payAt, receiptNumber }: StepEntryDraft): {
  readonly [Field in 'papers' | 'handedIn' | 'takenBy' | 'toPay' | 'paid']: { readonly desk?: StepEntry };
} {
  const named = otherPapers
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const asked = [...papers.map((code) => ({ code })), ...named.map((name) => ({ name }))];
  const payment = (more: object): { readonly desk?: StepEntry } =>
    amount === undefined ? {} : { desk: { payment: { amount, ...more } } };
  return {
    papers: asked.length === 0 ? {} : { desk: { papers: asked } },
    handedIn: asked.length === 0 ? {} : { desk: { handedIn: asked.map((paper) => ({ ...paper, copies: 1 })) } },
    takenBy:
      takenBy.name.trim() === ''
        ? {}
        : {
            desk: {
              takenBy: { name: takenBy.name.trim(), ...word('idNumber', takenBy.idNumber), ...word('phone', takenBy.phone) },
            },
          },
    toPay: payment(word('place', payAt)),
    paid: payment(word('receiptNumber', receiptNumber)),
  };
}

/** An entry of an object, where something was typed. */
const word = (name: string, text: string): Readonly<Record<string, string>> =>
  text.trim() === '' ? {} : { [name]: text.trim() };
