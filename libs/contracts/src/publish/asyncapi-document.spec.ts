import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { readExamples } from './read-examples.ts';
import { toAsyncApi } from './to-async-api.ts';

const specification = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object;
const ajv = new Ajv({ strict: false, validateFormats: true, allErrors: true });
addFormats.default(ajv);
const isValid = ajv.compile(specification);

const document = toAsyncApi(readExamples(resolve(import.meta.dirname, '../__fixtures__')));

describe('AsyncAPI document', () => {
  it('is valid AsyncAPI 3', () => {
    expect(isValid(document) ? [] : isValid.errors).toEqual([]);
  });

  it('shows what every message looks like', () => {
    const { messages } = document['components'] as { messages: Record<string, { examples: readonly unknown[] }> };
    expect(Object.entries(messages).filter(([, { examples }]) => examples.length === 0)).toEqual([]);
  });

  it('has what each of its references names', () => {
    const named = [...JSON.stringify(document).matchAll(/"\$ref":"#\/(?<path>[^"]+)"/g)].map(
      ({ groups }) => groups?.['path'] ?? '',
    );
    const found = (path: string): unknown =>
      path.split('/').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], document);

    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((path) => found(path) === undefined)).toEqual([]);
  });

  it('is refused by the specification when a channel loses its address type', () => {
    const { channels, ...rest } = document;

    expect(isValid({ ...rest, channels: { broken: { address: 7 } } })).toBe(false);
    expect(channels).toBeDefined();
  });
});
