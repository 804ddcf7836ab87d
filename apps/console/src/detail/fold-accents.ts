/** `Đăng ký khai sinh` → `dang ky khai sinh`: what is compared where people leave accents out. */
export const foldAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();

/** Whether every word that was typed begins somewhere in one of the texts, with accents or without. */
export function matches(typed: string, texts: readonly string[]): boolean {
  const where = ` ${foldAccents(texts.join(' ')).replace(/[^\p{L}\p{N}.]+/gu, ' ')}`;
  return foldAccents(typed)
    .split(/\s+/)
    .every((word) => where.includes(word === '' ? '' : ` ${word}`));
}
