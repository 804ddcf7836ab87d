import type { ContentNames } from '../files/storage/content-store.ts';

/** The names of contents, in memory. */
export class RememberedNames implements ContentNames {
  readonly #names = new Map<string, string>();

  remember(sha256: string, name: string): void {
    this.#names.set(sha256, name);
  }

  forget(): void {
    this.#names.clear();
  }

  find(sha256: string): Promise<string | undefined> {
    return Promise.resolve(this.#names.get(sha256));
  }

  listHashes(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(
      new Map([...this.#names].filter(([, name]) => names.includes(name)).map(([sha256, name]) => [name, sha256])),
    );
  }
}
