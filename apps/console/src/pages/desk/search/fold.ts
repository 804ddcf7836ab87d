/** A text as it is searched: small letters without accents, words with one space between. `Đăng ký  Khai sinh` → `dang ky khai sinh`. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9.]+/g, ' ')
    .trim();
