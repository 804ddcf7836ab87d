import { isDatabaseError, isErrorLike, withoutDatabaseText } from './database-text.ts';

/**
 * What a log line keeps of an error. Of a database's: its code, what it is about (constraint, table, column), and where it was
 * thrown; neither its text nor `detail`, `where` or parameters, which quote people's data.
 */
export interface ErrorFields {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  readonly stack?: string;
  readonly cause?: ErrorFields;
}

const maxCauses = 5;

/** Maps anything thrown to loggable fields, following `cause` a few steps. */
export function toErrorFields(thrown: unknown, depth = 0): ErrorFields {
  if (!isErrorLike(thrown)) return { type: typeof thrown, message: String(thrown) };
  const { code, cause, stack } = thrown;
  return {
    type: thrown.name,
    message: withoutDatabaseText(thrown.message, thrown),
    ...(typeof code === 'string' ? { code } : {}),
    ...(isDatabaseError(thrown) ? toSubject(thrown) : {}),
    ...(typeof stack === 'string' ? { stack: withoutDatabaseText(stack, thrown) } : {}),
    ...(cause !== undefined && depth < maxCauses ? { cause: toErrorFields(cause, depth + 1) } : {}),
  };
}

/** Names out of our own schema. */
function toSubject(error: object): Pick<ErrorFields, 'constraint' | 'table' | 'column'> {
  const names = (['constraint', 'table', 'column'] as const).flatMap((field) => {
    const name: unknown = field in error ? (error as Record<string, unknown>)[field] : undefined;
    return typeof name === 'string' ? [[field, name]] : [];
  });
  return Object.fromEntries(names) as Pick<ErrorFields, 'constraint' | 'table' | 'column'>;
}
