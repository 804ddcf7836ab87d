/** Live streams by the session they were opened in: they end with it. */
export class OpenStreams {
  readonly #streams = new Map<string, Set<() => void>>();

  /** @param end closes the stream, once. @returns forgets it */
  add(idHash: string, end: () => void): () => void {
    const open = this.#streams.get(idHash) ?? new Set();
    this.#streams.set(idHash, open.add(end));
    return () => {
      open.delete(end);
      if (open.size === 0 && this.#streams.get(idHash) === open) this.#streams.delete(idHash);
    };
  }

  get sessions(): readonly string[] {
    return [...this.#streams.keys()];
  }

  endOf(idHash: string): void {
    const open = this.#streams.get(idHash);
    this.#streams.delete(idHash);
    for (const end of open ?? []) end();
  }
}
