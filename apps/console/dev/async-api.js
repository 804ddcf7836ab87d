import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const published = resolve(import.meta.dirname, '../../../docs/asyncapi.yaml');
const fileName = 'docs/asyncapi.json';

/**
 * The published description of the events (`docs/asyncapi.yaml`) as JSON beside the pages: the page of events reads it, and so can any
 * tool that knows AsyncAPI.
 *
 * @returns {import('vite').Plugin}
 */
export function asyncApi() {
  const toJson = () => JSON.stringify(parse(readFileSync(published, 'utf8')));
  return {
    name: 'motcua-async-api',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: toJson() });
    },
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_request, response) => {
        response.setHeader('content-type', 'application/json').end(toJson());
      });
    },
  };
}
