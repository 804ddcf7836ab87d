import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { readExamples } from './read-examples.ts';
import { publishedSchemas } from './published-schemas.ts';
import { toAsyncApi, toJsonSchema } from './to-async-api.ts';

const project = resolve(import.meta.dirname, '../..');
const fixtures = resolve(project, 'src/__fixtures__');
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('published schemas', () => {
  it.each(publishedSchemas)('$type still accepts every fixture of its version, unchanged', ({ type, schema }) => {
    const own = readdirSync(fixtures).filter((file) => file.startsWith(`${type}.`));

    for (const fixture of own.map((file) => readJson(`${fixtures}/${file}`))) expect(schema.parse(fixture)).toEqual(fixture);
  });

  it.each(publishedSchemas)('$type equals its committed JSON Schema', ({ type, schema }) => {
    const path = `${project}/schemas/${type}.schema.json`;

    expect(existsSync(path)).toBe(true);
    expect(readJson(path)).toEqual(toJsonSchema(schema));
  });

  it('have a fixture each and no fixture without a schema', () => {
    const types = publishedSchemas.map(({ type }) => `${type}.json`).sort();

    // `<type>.<what>.json` is one more of a type: what an addition to it looks like.
    const published = readdirSync(fixtures).map((file) => file.replace(/(\.v\d+)\.[a-z-]+\.json$/, '$1.json'));
    expect([...new Set(published)].sort()).toEqual(types);
  });

  it.each(publishedSchemas)('$type describes every field', ({ schema }) => {
    expect(undescribedFields(toJsonSchema(schema))).toEqual([]);
  });
});

describe('AsyncAPI document', () => {
  const committed = parse(readFileSync(resolve(project, '../../docs/asyncapi.yaml'), 'utf8')) as unknown;

  it('equals the one generated from the schemas', () => {
    expect(committed).toEqual(toAsyncApi(readExamples(fixtures)));
  });
});

/** Paths of the properties that carry no description, in a JSON Schema. */
function undescribedFields(schema: unknown, path = ''): string[] {
  if (Array.isArray(schema)) return schema.flatMap((item, index) => undescribedFields(item, `${path}[${index}]`));
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== 'properties') return undescribedFields(value, `${path}/${key}`);
    return Object.entries(value as Record<string, Record<string, unknown>>).flatMap(([name, property]) => [
      ...(isDescribed(property) ? [] : [`${path}/${name}`]),
      ...undescribedFields(property, `${path}/${name}`),
    ]);
  });
}

function isDescribed(property: Record<string, unknown>): boolean {
  const branches = (property['anyOf'] ?? property['allOf'] ?? []) as Record<string, unknown>[];
  return property['description'] !== undefined || property['$ref'] !== undefined || branches.some(isDescribed);
}
