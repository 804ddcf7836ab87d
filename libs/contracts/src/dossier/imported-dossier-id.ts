import { createHash } from 'node:crypto';

/** A UUID of version 8 that follows from a text: its SHA-256, cut to size. */
export function toHashedUuid(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * The id of an imported dossier follows from where it was born: whoever reports of it first or again, it is the same dossier, and it
 * can be locked before it is known (ADR 6). A promise like a topic's key: who knows origin and code knows the id.
 */
export const toImportedDossierId = (origin: string, sourceCode: string): string => toHashedUuid(`${origin}\n${sourceCode}`);
