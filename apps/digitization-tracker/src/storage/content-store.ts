import type { Readable } from 'node:stream';

export interface StoredContent {
  readonly sha256: string;
  readonly bytes: number;
  /** When it was stored, epoch milliseconds. */
  readonly storedAt: number;
}

/**
 * Contents by their SHA-256. What is there is whole: a content becomes visible in one step or not at all, and is never changed.
 * Two who keep the same content at once keep it once.
 */
export interface ContentStore {
  /** Takes the file at `path`, which the caller keeps; its content has that hash and that many bytes. */
  keep(content: { readonly sha256: string; readonly path: string; readonly bytes: number }): Promise<void>;
  has(sha256: string): Promise<boolean>;
  /** @throws ContentMissing */
  open(sha256: string): Promise<Readable>;
  /** Also where it is not there. */
  erase(sha256: string): Promise<void>;
  list(): AsyncIterable<StoredContent>;
  /** For health. @throws where nothing can be kept now: no such bucket, no folder that may be written to */
  prove(): Promise<void>;
  close(): void;
}

export class ContentMissing extends Error {
  override readonly name = 'ContentMissing';
  constructor(readonly sha256: string) {
    super(`the store has no content ${sha256}`);
  }
}

/** The only names a store ever makes: nothing a caller says becomes a path. @throws where it is no hash */
export function checkHash(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
  return sha256;
}
