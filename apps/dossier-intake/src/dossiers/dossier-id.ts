import { createHash, randomBytes } from 'node:crypto';

/** A UUID of version 7: in the order of time, so that new rows lie beside each other. */
export function createDossierId(now: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  return toUuid(bytes, 7);
}

/**
 * The id of an imported dossier follows from where it was born (UUID version 8, SHA-256 of origin and code): whoever reports of it
 * first or again, it is the same dossier, and it can be locked before it is known.
 */
export function toImportedDossierId(origin: string, sourceCode: string): string {
  return toUuid(createHash('sha256').update(`${origin}\n${sourceCode}`).digest().subarray(0, 16), 8);
}

function toUuid(bytes: Buffer, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
