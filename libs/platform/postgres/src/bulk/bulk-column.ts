interface ConvertedColumn<Type extends string> {
  readonly type: Type;
  /** What the column holds of a value that came as `type`, in SQL. */
  readonly toSql: (given: string) => string;
}

/** A column by its type in `unnest`, or by the type in which its values come and what becomes of them. */
export type BulkColumn = string | ConvertedColumn<string>;

/** Epoch milliseconds, kept as a `timestamptz`. */
export const momentColumn = {
  type: 'float8',
  toSql: (given: string) => `to_timestamp(${given} / 1000)`,
} as const;

/** JSON text, kept as `jsonb`. Texts go out in the binary format, where nothing of them is escaped. */
export const jsonColumn = {
  type: 'text',
  toSql: (given: string) => `${given}::jsonb`,
} as const;

/** A JSON array of texts, kept as `text[]`: `unnest` would take an array of arrays apart. */
export const textListColumn = {
  type: 'text',
  toSql: (given: string) => `CASE WHEN ${given} IS NOT NULL THEN ARRAY(SELECT json_array_elements_text(${given}::json)) END`,
} as const;

export const typeOf = (column: BulkColumn): string => (typeof column === 'string' ? column : column.type);

type TypeOf<Column extends BulkColumn> = Column extends ConvertedColumn<infer Type> ? Type : Column;
type Value<Type> = Type extends 'text' | 'uuid'
  ? string
  : Type extends 'smallint' | 'int2' | 'integer' | 'int4' | 'float8'
    ? number
    : Type extends 'boolean' | 'bool'
      ? boolean
      : unknown;

/** A row of these columns: every one is named, absent becomes null. */
export type BulkRow<Columns extends Readonly<Record<string, BulkColumn>>> = {
  readonly [Name in keyof Columns]: Value<TypeOf<Columns[Name]>> | null | undefined;
};
