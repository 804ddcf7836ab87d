import type { KeyRing } from '@motcua/config';
import { ColumnCipher, toOfficerReference } from '@motcua/postgres';
import { createHmac } from 'node:crypto';

/** The cipher of applicants' columns, and the hashes by which they are found. */
export class ApplicantCipher extends ColumnCipher {
  constructor(
    keys: KeyRing,
    private readonly hashKeys: KeyRing,
  ) {
    super(keys, 'APPLICANT_KEYS');
  }

  /** The hash key that hashes; its id is stored beside the hashes. */
  get activeHashKeyId(): string {
    return this.hashKeys.active;
  }

  /** The active one first. */
  get hashKeyIds(): readonly string[] {
    const { active, keys } = this.hashKeys;
    return [active, ...Object.keys(keys).filter((keyId) => keyId !== active)];
  }

  /** The active one first. */
  listHashKeys(): readonly Buffer[] {
    return this.hashKeyIds.map((keyId) => this.#getHashKey(keyId));
  }

  /** HMAC-SHA-256 of a normalised value, by which it is found without being readable. */
  hash(kind: 'phone' | 'id-number', normalised: string, keyId = this.hashKeys.active): Buffer {
    return createHmac('sha256', this.#getHashKey(keyId)).update(`${kind}:${normalised}`).digest();
  }

  /** HMAC-SHA-256 of a hash of ours: a reference for others, which does not tell them what we find people by. */
  refer(purpose: 'digitization', hash: Buffer, keyId = this.hashKeys.active): string {
    return createHmac('sha256', this.#getHashKey(keyId)).update(`${purpose}:`).update(hash).digest('base64url');
  }

  /** A reference to an officer whom a source reported by name: the same name of the same source gives the same. */
  concealOfficer(source: string, text: string): string {
    return toOfficerReference(this.#getHashKey(this.hashKeys.active), source, text);
  }

  #getHashKey(keyId: string): Buffer {
    const key = this.hashKeys.keys[keyId];
    if (key === undefined) throw new Error(`The hash key "${keyId}" is not configured: add it to APPLICANT_HASH_KEY.`);
    return key;
  }
}
