import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { createRequire } from 'node:module';
import { toAsyncApi } from './to-async-api.ts';

const specification = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object;
const ajv = new Ajv({ strict: false, validateFormats: true, allErrors: true });
addFormats.default(ajv);
const isValid = ajv.compile(specification);

describe('AsyncAPI document', () => {
  it('is valid AsyncAPI 3', () => {
    expect(isValid(toAsyncApi()) ? [] : isValid.errors).toEqual([]);
  });

  it('is refused by the specification when a channel loses its address type', () => {
    const { channels, ...rest } = toAsyncApi();

    expect(isValid({ ...rest, channels: { broken: { address: 7 } } })).toBe(false);
    expect(channels).toBeDefined();
  });
});
