/** Somebody did something, or read of somebody: as it is kept. Nothing in it is personal data of an applicant. */
export interface AuditEntry {
  /** Who: a person, a legacy system, a service; `public` where a route takes whoever asks. */
  readonly sub: string;
  /** In which post; `service`, `public`. */
  readonly role: string;
  readonly unit: string | null;
  /** What the route does, in the words of the table of access. */
  readonly action: string;
  /** Such as `GET /v1/dossiers/:id`. */
  readonly route: string;
  /** Of what: the identifiers of the path, `key=value` by key. What is no plain identifier stands there as a keyed hash. */
  readonly about: string;
  /** What was searched for, as a keyed hash; null: nothing. */
  readonly terms: string | null;
  /** Why, as a code that the asker gave. */
  readonly reason: string | null;
  /** From where, as the gateway saw it. */
  readonly address: string;
  readonly requestId: string;
}

/** An entry in its place. */
export interface StoredEntry extends AuditEntry {
  readonly position: string;
  /** Epoch milliseconds. */
  readonly at: number;
}
