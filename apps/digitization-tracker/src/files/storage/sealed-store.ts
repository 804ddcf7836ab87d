import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ContentMissing, type ContentNames, type ContentStore, type Kept, type StoredContent } from './content-store.ts';
import type { FileKeys, Unwrapped } from './file-keys.ts';
import { inPortions, pairUp, type Pair } from './listings.ts';
import { checkName, type ObjectStore } from './object-store.ts';
import { openSealed, sealToFile, throughUnseal, type SealedContent } from './sealing/sealed-content.ts';
import { HEADER_BYTES, isSealedWith, toPlainBytes } from '@motcua/postgres/sealing';

/** A wrapped key is a few hundred bytes. */
const KEY_OBJECT_BYTES = 4_096;
const NAMES_AT_ONCE = 500;

/**
 * Contents as two objects of one name: sealed under a random key of its own, and that key, wrapped. The key comes first and its first
 * writer wins; whoever was second seals anew under the key that is there. A content that does not commit to the key beside it is as good
 * as none: so no crash between the two, and no race with an erasure, leaves something that cannot be opened and counts as kept.
 */
export class SealedStore implements ContentStore {
  constructor(
    private readonly objects: ObjectStore,
    private readonly keys: FileKeys,
    private readonly names: ContentNames,
  ) {}

  async keep(content: SealedContent): Promise<Kept> {
    const name = await this.#nameOf(content.sha256);
    const isFirst = await this.objects.create({ shelf: 'keys', name }, this.keys.wrap(content, name));
    if (isFirst) {
      await this.objects.put({ shelf: 'contents', name }, { path: content.path, ...content.sealed });
      return { name, keyId: this.keys.activeKeyId };
    }
    const there = await this.#readKey(name);
    // Erased since: it is our turn again.
    if (there === undefined) return this.keep(content);
    if (!(await this.#isThere(name, there))) await this.#putUnder(there.key, name, content);
    return { name, keyId: there.keyId };
  }

  async has(sha256: string): Promise<boolean> {
    return (await this.#find(sha256)) !== undefined || this.objects.has({ shelf: 'files', name: sha256 });
  }

  async isKept(name: string): Promise<boolean> {
    const key = await this.#readKey(name);
    return key !== undefined && this.#isThere(name, key);
  }

  async open(sha256: string): Promise<Readable> {
    const found = await this.#find(sha256);
    const sealed = found === undefined ? undefined : await this.objects.open({ shelf: 'contents', name: found.name });
    if (found !== undefined && sealed !== undefined) return throughUnseal(sealed, found.key);
    const clear = await this.openClear(sha256);
    if (clear === undefined) throw new ContentMissing(sha256);
    return clear;
  }

  openClear(sha256: string): Promise<Readable | undefined> {
    return this.objects.open({ shelf: 'files', name: sha256 });
  }

  async erase(sha256: string, only?: string | null, signal?: AbortSignal): Promise<void> {
    const name = only === undefined ? this.keys.toName(checkName(sha256)) : only;
    if (name !== null) {
      // The content first: a key without one is used again by the next who keeps it, a content without its key is of no use to anybody.
      await this.objects.erase({ shelf: 'contents', name }, signal);
      await this.objects.erase({ shelf: 'keys', name }, signal);
    }
    if (only === undefined || only === null) await this.objects.erase({ shelf: 'files', name: sha256 }, signal);
  }

  async *list(): AsyncIterable<StoredContent> {
    for await (const { name: sha256, bytes, storedAt } of this.objects.list('files'))
      yield { sha256, bytes, storedAt, name: null };
    const pairs = pairUp(this.objects.list('contents'), this.objects.list('keys'));
    for await (const portion of inPortions(pairs, NAMES_AT_ONCE)) yield* this.#describe(portion);
  }

  async rewrap(name: string): Promise<string | undefined> {
    const there = await this.#readKey(name);
    if (there === undefined) return undefined;
    if (there.keyId !== this.keys.activeKeyId) await this.objects.replace({ shelf: 'keys', name }, this.keys.wrap(there, name));
    return this.keys.activeKeyId;
  }

  sweep(before: number): Promise<number> {
    return this.objects.sweep(before);
  }

  prove(): Promise<void> {
    return this.objects.prove();
  }

  close(): void {
    this.objects.close();
  }

  async #nameOf(sha256: string): Promise<string> {
    return (await this.names.find(checkName(sha256))) ?? this.keys.toName(sha256);
  }

  async #find(sha256: string): Promise<(Unwrapped & { readonly name: string }) | undefined> {
    const name = await this.#nameOf(sha256);
    const key = await this.#readKey(name);
    return key !== undefined && (await this.#isThere(name, key)) ? { ...key, name } : undefined;
  }

  async #readKey(name: string): Promise<Unwrapped | undefined> {
    const stored = await this.objects.read({ shelf: 'keys', name }, KEY_OBJECT_BYTES);
    return stored === undefined ? undefined : this.keys.unwrap(stored, name);
  }

  async #isThere(name: string, { key }: Unwrapped): Promise<boolean> {
    const header = await this.objects.read({ shelf: 'contents', name }, HEADER_BYTES);
    return header !== undefined && isSealedWith(key, header);
  }

  async #putUnder(key: Buffer, name: string, content: SealedContent): Promise<void> {
    const path = `${content.path}.anew`;
    try {
      const { sealed } = await sealToFile(openSealed(content), path, { key });
      await this.objects.put({ shelf: 'contents', name }, { path, ...sealed });
    } finally {
      await rm(path, { force: true });
    }
  }

  /** A content without its key is nothing; a key without a content is something to erase. */
  async *#describe(pairs: readonly Pair[]): AsyncIterable<StoredContent> {
    const known = await this.names.listHashes(pairs.map(({ name }) => name));
    for (const { name, content, key } of pairs) {
      const sha256 = known.get(name) ?? (key === undefined ? undefined : (await this.#readKey(name))?.sha256);
      if (sha256 === undefined) continue;
      const bytes = content === undefined ? 0 : toPlainBytes(content.bytes);
      yield { sha256, bytes, storedAt: Math.max(content?.storedAt ?? 0, key?.storedAt ?? 0), name };
    }
  }
}
