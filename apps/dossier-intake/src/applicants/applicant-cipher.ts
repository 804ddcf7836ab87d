import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { ApplicantKeys } from './applicant-keys.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM a column: `iv | tag | ciphertext`. The place (dossier and column) is authenticated with it, so that a value moved to
 * another row or column does not decrypt.
 */
export class ApplicantCipher {
  constructor(
    private readonly keys: ApplicantKeys,
    private readonly hashKeys: ApplicantKeys,
  ) {}

  /** The key that writes; it is stored beside what it wrote. */
  get activeKeyId(): string {
    return this.keys.active;
  }

  get keyIds(): readonly string[] {
    return Object.keys(this.keys.keys);
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
    return this.hashKeyIds.map((keyId) => this.getHashKey(keyId));
  }

  encrypt(text: string, place: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.getKey(this.keys.active), iv).setAAD(Buffer.from(place));
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), encrypted]);
  }

  /** Throws where the key is unknown or the bytes are not what was written at that place. */
  decrypt(stored: Buffer, place: string, keyId: string): string {
    const decipher = createDecipheriv('aes-256-gcm', this.getKey(keyId), stored.subarray(0, IV_BYTES));
    decipher.setAAD(Buffer.from(place)).setAuthTag(stored.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return decipher.update(stored.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }

  /** HMAC-SHA-256 of a normalised value, by which it is found without being readable. */
  hash(kind: 'phone' | 'id-number', normalised: string, keyId = this.hashKeys.active): Buffer {
    return createHmac('sha256', this.getHashKey(keyId)).update(`${kind}:${normalised}`).digest();
  }

  /** HMAC-SHA-256 of a hash of ours: a reference for others, which does not tell them what we find people by. */
  refer(purpose: 'digitization', hash: Buffer, keyId = this.hashKeys.active): string {
    return createHmac('sha256', this.getHashKey(keyId)).update(`${purpose}:`).update(hash).digest('base64url');
  }

  private getHashKey(keyId: string): Buffer {
    const key = this.hashKeys.keys[keyId];
    if (key === undefined) throw new Error(`The hash key "${keyId}" is not configured: add it to APPLICANT_HASH_KEY.`);
    return key;
  }

  /** HMAC-SHA-256 of a text of somebody else's: the same text gives the same reference, which says nothing about it. */
  conceal(purpose: 'officer', text: string): string {
    return createHmac('sha256', this.hashKey).update(`${purpose}:${text}`).digest('base64url');
  }

  private getKey(keyId: string): Buffer {
    const key = this.keys.keys[keyId];
    if (key === undefined) throw new Error(`The applicant key "${keyId}" is not configured: add it to APPLICANT_KEYS.`);
    return key;
  }
}
