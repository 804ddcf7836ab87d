import { randomBytes } from 'node:crypto';

/** A UUID of version 7: in the order of time, so that new rows lie beside each other. */
export function createDossierId(now: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  return toUuid(bytes, 7);
}

/** Also for other services: `@motcua/contracts` says how it follows from where the dossier was born. */
export { toImportedDossierId } from '@motcua/contracts';

function toUuid(bytes: Buffer, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
