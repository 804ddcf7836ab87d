/** Schema names are written into SQL text, so only plain identifiers pass. Throws otherwise. */
export function toSchemaName(schema: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) throw new Error(`"${schema}" is not a plain schema name`);
  return `"${schema}"`;
}
