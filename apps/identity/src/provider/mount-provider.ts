import { CONFIG } from '@motcua/service';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import { BASE_PATH, type Config } from '../config.ts';
import { toPolicyHeaders } from '../pages/policy-headers.ts';
import { changeLanguage } from '../pages/language-switch.ts';
import { OIDC_PROVIDER } from './tokens.ts';

/**
 * The provider is an application of Koa: it gets what no page of ours answers below `/identity`, as it came. Nothing reads a body before it,
 * and whatever a request says of its host counts for nothing: the provider is where its issuer says it is.
 */
export async function mountProvider(app: NestFastifyApplication): Promise<void> {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const { PUBLIC_URL } = app.get<Config>(CONFIG);
  const outside = new URL(PUBLIC_URL);
  const handle = app.get<Provider>(OIDC_PROVIDER).callback();
  const policy = Object.entries(toPolicyHeaders(outside.origin));

  server.addHook('onRequest', (request, reply, done) => {
    const isOurs = request.url.startsWith(`${BASE_PATH}/`);
    for (const [name, value] of isOurs ? policy : []) reply.raw.setHeader(name, value);
    if (!isOurs || !changeLanguage(request, reply)) done();
  });

  const answer = (request: FastifyRequest, reply: FastifyReply): void => {
    reply.hijack();
    const { raw } = request;
    Object.assign(raw.headers, { 'x-forwarded-host': outside.host, 'x-forwarded-proto': outside.protocol.slice(0, -1) });
    Object.assign(raw, { originalUrl: raw.url, url: raw.url?.slice(BASE_PATH.length) });
    reply.raw.setHeader('x-request-id', request.id);
    void handle(raw, reply.raw);
  };
  await server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => {
      parsed(null);
    });
    scope.route({ method: ['GET', 'POST', 'OPTIONS'], url: `${BASE_PATH}/*`, handler: answer });
    done();
  });
}
