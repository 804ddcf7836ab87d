import type { StepEntry } from '@motcua/contracts';
import type { ActionDraft } from './action-draft.ts';

/** What is taken down with a step, by the field that asks for it; nothing where nothing was typed. */
export function toStepEntry({ papers, otherPapers, takenBy, amount, payAt, receiptNumber }: ActionDraft): {
  readonly [Field in 'papers' | 'takenBy' | 'toPay' | 'paid']: { readonly desk?: StepEntry };
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
