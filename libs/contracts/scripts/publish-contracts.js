/**
 * Writes the JSON Schemas and the AsyncAPI document from the schemas in code. Run it after a change to a contract and commit what
 * it wrote: the difference is what reviewers look at. A spec fails while the committed files are behind.
 *
 *   node libs/tooling/build.js libs/contracts && node libs/contracts/scripts/publish-contracts.js
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { stringify } from 'yaml';
import { readExamples } from '../dist/publish/read-examples.js';
import { publishedSchemas } from '../dist/publish/published-schemas.js';
import { toAsyncApi, toJsonSchema } from '../dist/publish/to-async-api.js';

const schemas = resolve(import.meta.dirname, '../schemas');
await mkdir(schemas, { recursive: true });
for (const { type, schema } of publishedSchemas) {
  await writeFile(`${schemas}/${type}.schema.json`, `${JSON.stringify(toJsonSchema(schema), null, 2)}\n`);
}
await writeFile(
  resolve(import.meta.dirname, '../../../docs/asyncapi.yaml'),
  stringify(toAsyncApi(readExamples(resolve(import.meta.dirname, '../src/__fixtures__'))), { aliasDuplicateObjects: false }),
);
