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
  return SwaggerModule.createDocument(app, base);
}
