/** Collects the parameters of a statement as its conditions name them. */
export class Parameters {
  readonly values: unknown[];

  /** @param given those that the statement's text names already, `$1` the first */
  constructor(given: readonly unknown[] = []) {
    this.values = [...given];
  }

  put(value: unknown): string {
    return `$${String(this.values.push(value))}`;
  }
}

/** What a list is ordered by: an expression that is never null, and its type. */
type KeysetColumns<Name extends string> = Readonly<Record<Name, readonly [sql: string, type: string]>>;

/** Where a page ends: of each column of the order its value as PostgreSQL writes it, a moment to the microsecond. */
export type KeysetPosition<Name extends string> = Readonly<Record<Name, string>>;

/** A row that was read with `keyset.columns`. */
export type KeysetRow<Row, Name extends string> = Row & { readonly [One in Name as `position_${One}`]: string };

/**
 * A list that is read page by page, each from where the one before ended: the order, said once for the condition, the sorting and the
 * position. Together the columns tell any two rows apart.
 */
export class Keyset<Name extends string> {
  readonly #columns: readonly (readonly [name: Name, sql: string, type: string])[];
  readonly #direction: 'ASC' | 'DESC';
  /** To be selected: what the next page's position is made of. */
  readonly columns: string;

  constructor(columns: KeysetColumns<Name>, { isNewestFirst = false }: { readonly isNewestFirst?: boolean } = {}) {
    this.#columns = (Object.keys(columns) as Name[]).map((name) => [name, ...columns[name]] as const);
    this.#direction = isNewestFirst ? 'DESC' : 'ASC';
    this.columns = this.#columns.map(([name, sql]) => `(${sql})::text AS "position_${name}"`).join(', ');
  }

  /** Conditions that hold of what comes behind a position; of the first page there is none. */
  behind(after: KeysetPosition<Name> | undefined, parameters: Parameters): string[] {
    if (after === undefined) return [];
    const place = this.#columns.map(([name, , type]) => `${parameters.put(after[name])}::${type}`);
    return [`(${this.#columns.map(([, sql]) => sql).join(', ')}) ${this.#direction === 'ASC' ? '>' : '<'} (${place.join(', ')})`];
  }

  /** The end of the statement. It reads one row more than the page has: by it `cut` knows whether another page follows. */
  orderAndLimit(limit: number, parameters: Parameters): string {
    const order = this.#columns.map(([, sql]) => `${sql} ${this.#direction}`).join(', ');
    return `ORDER BY ${order} LIMIT ${parameters.put(limit + 1)}`;
  }

  /** The page, and where the next one begins; null: this is the last. */
  cut<Row extends KeysetRow<object, Name>>(
    rows: readonly Row[],
    limit: number,
  ): { readonly page: readonly Row[]; readonly next: KeysetPosition<Name> | null } {
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return { page, next: last === undefined ? null : this.#toPosition(last) };
  }

  #toPosition(row: KeysetRow<object, Name>): KeysetPosition<Name> {
    const read = row as Readonly<Record<string, string>>; // as `columns` names them
    return Object.fromEntries(this.#columns.map(([name]) => [name, read[`position_${name}`]])) as KeysetPosition<Name>;
  }
}
