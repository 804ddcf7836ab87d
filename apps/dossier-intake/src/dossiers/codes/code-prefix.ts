/** The province’s code, where a unit has none of its own. */
const PROVINCE = 'H44';

/**
 * The agency code that begins a dossier code: that of the unit, or of the nearest unit above which has one; for a tree without any, a
 * number made of the unit's code. Two units with one prefix share its serial, so that no code is given twice.
 */
export function toCodePrefix(code: string, dossierCode: string | undefined): string {
  return dossierCode ?? `${PROVINCE}.${String(hash(code) % 1000).padStart(3, '0')}`;
}

/** FNV-1a: stable for ever, spread well enough. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
