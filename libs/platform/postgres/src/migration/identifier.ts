const plain = /^[a-z_][a-z0-9_]{0,62}$/;

/** A schema, role or table name that needs no quoting. @throws on anything else: these names come from code, not from people. */
export function identifier(name: string): string {
  if (!plain.test(name)) throw new Error(`"${name}" is no plain SQL identifier`);
  return name;
}

/** `intake.event`: a table or view with its schema. */
export function qualifiedName(name: string): string {
  return name.split('.').map(identifier).join('.');
}
