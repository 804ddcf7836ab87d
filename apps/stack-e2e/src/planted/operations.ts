import { readStackFile, type RunningStack } from '@motcua/testing/stack';
import { listFreeFields, type FreeField } from './free-fields.ts';

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
}
interface DocumentedOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: object }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: object }>> };
}

/** Something that a service does when it is asked, and what of the asking is free text. */
export interface Operation {
  /** `PUT /v1/staff/{id}/contact` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly body: readonly FreeField[];
  /** Its body is a file in a form. */
  readonly isUpload: boolean;
  /** Parts of the address: names of parameters of the path and of the query. */
  readonly address: readonly { readonly in: string; readonly name: string; readonly isFree: boolean }[];
}

/** Every operation of every service, as the services themselves document it. */
export async function listOperations(stack: RunningStack): Promise<Operation[]> {
  const { services } = await readStackFile(stack.home);
  const found: Operation[] = [];
  for (const [service, { url }] of Object.entries(services)) {
    // The gateway has none of its own.
    if (service === 'gateway') continue;
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as OpenApi; // As OpenAPI says.
    for (const [path, operations] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(operations))
        found.push(toOperation(method.toUpperCase(), path, operation, document));
  }
  return found;
}

function toOperation(method: string, path: string, operation: DocumentedOperation, document: OpenApi): Operation {
  const { parameters = [], requestBody } = operation;
  const schemas = Object.values(requestBody?.content ?? {}).map(({ schema }) => schema ?? {});
  const documented = parameters.filter((parameter) => parameter.in === 'path' || parameter.in === 'query');
  return {
    name: `${method} ${path}`,
    method,
    path,
    isUpload: 'multipart/form-data' in (requestBody?.content ?? {}),
    body: schemas.flatMap((schema) => listFreeFields(schema, document)),
    address: documented.map((parameter) => ({
      in: parameter.in,
      name: parameter.name,
      isFree: listFreeFields(parameter.schema ?? {}, document).length > 0,
    })),
  };
}
