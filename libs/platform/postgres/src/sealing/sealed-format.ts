import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * How a content lies in the store: `header | chunk | chunk | …`, each chunk AES-256-GCM with its tag behind it (STREAM, as in Rogaway and
 * others' "Online authenticated-encryption and its nonce-reuse misuse-resistance"). A chunk's nonce is `prefix | number | is it the last`,
 * so that chunks which were cut off, left out, doubled or put in another order do not open, and nobody holds a whole file to read it.
 *
 * Header: `MTC1 | random prefix of the nonces | commitment to the key`.
 */
export const CHUNK_BYTES = 65_536;
export const TAG_BYTES = 16;
export const KEY_BYTES = 32;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
const MAGIC = Buffer.from('MTC1');
export const PREFIX_BYTES = 7;
const COMMITMENT_BYTES = 16;
export const HEADER_BYTES = MAGIC.length + PREFIX_BYTES + COMMITMENT_BYTES;

/** What was stored is not what was sealed, or the key is not the one it was sealed with. */
export class ContentDamaged extends Error {
  override readonly name = 'ContentDamaged';
}

/** A key for one purpose, derived from the content's: what commits to the key must not help to open the content. */
const derive = (key: Buffer, purpose: string): Buffer => createHmac('sha256', key).update(`motcua content ${purpose}`).digest();
export const toChunkKey = (key: Buffer): Buffer => derive(key, 'chunks');
const toCommitment = (key: Buffer): Buffer => derive(key, 'commitment').subarray(0, COMMITMENT_BYTES);

export const toHeader = (key: Buffer, prefix: Buffer): Buffer => Buffer.concat([MAGIC, prefix, toCommitment(key)]);
export const prefixOf = (header: Buffer): Buffer => header.subarray(MAGIC.length, MAGIC.length + PREFIX_BYTES);

/** Whether a stored content begins as one that was sealed with this key. */
export function isSealedWith(key: Buffer, header: Buffer): boolean {
  if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) return false;
  return timingSafeEqual(header.subarray(MAGIC.length + PREFIX_BYTES, HEADER_BYTES), toCommitment(key));
}

/** 2³² chunks of 64 KiB: more than any store takes as one object. */
export function toNonce(prefix: Buffer, number: number, isLast: boolean): Buffer {
  const place = Buffer.alloc(5);
  place.writeUInt32BE(number);
  place[4] = isLast ? 1 : 0;
  return Buffer.concat([prefix, place]);
}

/** Bytes of a content, from the bytes of what is stored of it. */
export function toPlainBytes(sealedBytes: number): number {
  const chunks = Math.max(1, Math.ceil((sealedBytes - HEADER_BYTES) / SEALED_CHUNK_BYTES));
  return sealedBytes - HEADER_BYTES - chunks * TAG_BYTES;
}
