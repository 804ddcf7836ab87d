export { createSeal, createUnseal } from './seal.ts';
export { ContentDamaged, HEADER_BYTES, isSealedWith, KEY_BYTES, toPlainBytes } from './sealed-format.ts';
