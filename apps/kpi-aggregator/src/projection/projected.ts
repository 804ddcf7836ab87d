/** What a batch has changed. */
export interface Projected {
  /** Dossiers whose fact is new. */
  readonly dossiers: number;
  /** Codes of the units whose figures may have changed, those above included. */
  readonly units: ReadonlySet<string>;
}
