import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

export interface OpenApiOptions {
  readonly title: string;
  readonly version: string;
  readonly description: string;
}

/** Serves the document at /openapi.json; it is made on the first request, as it costs a start more than it is read. */
export function serveOpenApi(app: NestFastifyApplication, server: FastifyInstance, options: OpenApiOptions): void {
  let document: OpenAPIObject | undefined;
  server.get('/openapi.json', () => (document ??= createOpenApiDocument(app, options)));
}

/** OpenAPI 3.1 of all controllers; every operation takes a bearer token. */
export function createOpenApiDocument(
  app: NestFastifyApplication,
  { title, version, description }: OpenApiOptions,
): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setVersion(version)
    .setDescription(description)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, base);
  for (const item of Object.values(document.paths)) addProblemAnswers(item);
  return document;
}

const problemAnswer = {
  description: 'A problem (RFC 9457): what is wrong and what to do, with a stable code. 4xx and 5xx.',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'titles'],
        properties: {
          type: { type: 'string', format: 'uri', description: 'The kind of problem.' },
          title: { type: 'string', description: 'In the language asked for.' },
          status: { type: 'integer', description: 'HTTP status.' },
          code: { type: 'string', description: 'Stable code, for example dossier.already-ended.' },
          detail: { type: 'string', description: 'What it is about this time.' },
          details: {
            type: 'object',
            description: 'The same in both languages, where it is for people.',
            properties: { vi: { type: 'string' }, en: { type: 'string' } },
          },
          titles: {
            type: 'object',
            description: 'In both languages.',
            properties: { vi: { type: 'string' }, en: { type: 'string' } },
          },
        },
      },
    },
  },
};

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Every operation may answer with a problem; one filter makes them all. */
function addProblemAnswers(item: OpenAPIObject['paths'][string]): void {
  for (const method of methods) {
    const operation = item[method];
    if (operation !== undefined) operation.responses = { ...operation.responses, default: problemAnswer };
  }
}
