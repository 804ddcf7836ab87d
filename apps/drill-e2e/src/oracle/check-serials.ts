import type { Check } from './violation.ts';

/** Codes of a place and a day (`H44.05-220103-0042`) count from one on, each once: every receipt was some client's. */
export const checkSerials: Check = ({ dossiers }) => {
  const byDay = new Map<string, number[]>();
  for (const { code } of dossiers) {
    const [, stem, serial] = /^(.*)-(\d{4,})$/.exec(code ?? '') ?? [];
    if (stem !== undefined) byDay.set(stem, [...(byDay.get(stem) ?? []), Number(serial)]);
  }
  return [...byDay].flatMap(([stem, serials]) => {
    const wrong = serials.sort((one, other) => one - other).find((serial, index) => serial !== index + 1);
    return wrong === undefined ? [] : [{ promise: 'serial', what: `${stem}: ${serials.join(' ')}` }];
  });
};
