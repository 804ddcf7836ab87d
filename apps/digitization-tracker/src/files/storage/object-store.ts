import type { Readable } from 'node:stream';

/** `files`: contents in clear, as they were kept before there were keys; `contents`: sealed ones; `keys`: their keys, wrapped. */
export type Shelf = 'contents' | 'files' | 'keys';

/** Where an object lies: nothing a caller says becomes a path. */
export interface ObjectPlace {
  readonly shelf: Shelf;
  /** 64 hexadecimal digits. */
  readonly name: string;
}

export interface StoredObject {
  readonly name: string;
  readonly bytes: number;
  /** When it was stored, epoch milliseconds. */
  readonly storedAt: number;
}

/** Objects by place. What is there is whole: an object becomes visible in one step or not at all. */
export interface ObjectStore {
  /** Takes the file at `path`, which the caller keeps; it has that hash and so many bytes. What was at the place is replaced. */
  put(place: ObjectPlace, file: { readonly path: string; readonly bytes: number; readonly sha256: string }): Promise<void>;
  /** Of many who create an object at once one is the first; false: it was not this one, and nothing changed. */
  create(place: ObjectPlace, bytes: Buffer): Promise<boolean>;
  /** Puts a small object in the place of the one that is there. */
  replace(place: ObjectPlace, bytes: Buffer): Promise<void>;
  /** The first bytes of an object; undefined: there is none. */
  read(place: ObjectPlace, limit: number): Promise<Buffer | undefined>;
  /** Undefined: there is none. */
  open(place: ObjectPlace): Promise<Readable | undefined>;
  has(place: ObjectPlace): Promise<boolean>;
  /** Also where it is not there. @throws where `signal` has aborted before it was erased */
  erase(place: ObjectPlace, signal?: AbortSignal): Promise<void>;
  /** In the order of names. */
  list(shelf: Shelf): AsyncIterable<StoredObject>;
  /** Erases what a crash left half written before that moment. Answers how much. */
  sweep(before: number): Promise<number>;
  /** For health. @throws where nothing can be kept now: no such bucket, no folder that may be written to */
  prove(): Promise<void>;
  close(): void;
}

/** @throws where it is no name */
export function checkName(name: string): string {
  if (!/^[0-9a-f]{64}$/.test(name)) throw new Error('not a SHA-256');
  return name;
}
