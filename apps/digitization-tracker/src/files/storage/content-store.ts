import type { Readable } from 'node:stream';
import type { SealedContent } from './sealing/sealed-content.ts';

/** `@Inject(STORE) store: ContentStore` */
export const STORE = Symbol('STORE');

/** Where a content is, once it is kept. */
export interface Kept {
  /** The object's name; for ever, whatever becomes of the key that named it. */
  readonly name: string;
  /** The key that wraps the content's own. */
  readonly keyId: string;
}

export interface StoredContent {
  readonly sha256: string;
  readonly bytes: number;
  /** When it was stored, epoch milliseconds. */
  readonly storedAt: number;
  /** Null: in clear, as contents were kept before there were keys. */
  readonly name: string | null;
}

/**
 * Contents by their SHA-256, sealed. What is there is whole: a content becomes visible in one step or not at all, and is never changed.
 * Two who keep the same content at once keep it once.
 */
export interface ContentStore {
  /** Takes a sealed file, which the caller keeps. The caller also writes down the name. */
  keep(content: SealedContent): Promise<Kept>;
  has(sha256: string): Promise<boolean>;
  /** Whether a sealed content lies, whole, under that name. Asks no database: for who holds a transaction. */
  isKept(name: string): Promise<boolean>;
  /** @throws ContentMissing; the stream fails with ContentDamaged where it is not what was kept */
  open(sha256: string): Promise<Readable>;
  /**
   * What lies under that name (null: in clear); absent: under the name that it would be given now, and in clear. Also where it is not
   * there. Asks no database. Nothing is erased any more once `signal` has aborted.
   */
  erase(sha256: string, name?: string | null, signal?: AbortSignal): Promise<void>;
  list(): AsyncIterable<StoredContent>;
  /** Wraps the content's key with the active key. Answers that key; undefined: there is nothing under that name. */
  rewrap(name: string): Promise<string | undefined>;
  /** A content that is still in clear; undefined: there is none. */
  openClear(sha256: string): Promise<Readable | undefined>;
  /** Erases what crashes left half written before that moment. Answers how much. */
  sweep(before: number): Promise<number>;
  /** For health. @throws where nothing can be kept now */
  prove(): Promise<void>;
  close(): void;
}

/** Under which names contents lie: what only a database remembers once the key that made a name has been replaced. */
export interface ContentNames {
  find(sha256: string): Promise<string | undefined>;
  /** Name → SHA-256, of those that are known. */
  listHashes(names: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export class ContentMissing extends Error {
  override readonly name = 'ContentMissing';
  constructor(readonly sha256: string) {
    super(`the store has no content ${sha256}`);
  }
}
