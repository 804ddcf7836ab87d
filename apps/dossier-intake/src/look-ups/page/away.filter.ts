import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lookUpRoot } from '../../look-up-links/look-up-path.ts';
import { pageHeaders } from './page-headers.ts';
import { languageOf, queryOf } from './page-request.ts';
import { refusalPage } from './question-pages.ts';

/** A citizen is shown a page and no problem details, also where our database is away. */
@Catch()
export class AwayFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(err: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const { id: requestId, method, routeOptions } = request;
    this.logger.error({ err, requestId, method, route: routeOptions.url }, 'a dossier could not be looked up');
    const here = { path: `/${lookUpRoot}`, query: {} };
    const page = refusalPage({ language: languageOf(queryOf(request)), here }, 'away');
    host.switchToHttp().getResponse<FastifyReply>().status(503).headers(pageHeaders).send(page);
  }
}
