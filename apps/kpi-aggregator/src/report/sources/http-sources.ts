import type { ServiceSigner, ServiceTokens } from '@motcua/auth';
import { InstitutionalList, RatingPage } from '@motcua/contracts';
import type { Logger } from '@motcua/observability';
import type { Period } from '@motcua/report';
import { z } from 'zod';
import { toRatingQuery } from './rating-query.ts';
import type { ReportSources, Sourced } from './source.ts';

export interface HttpSourcesOptions {
  /** Origin of each service; absent: there is none here. */
  readonly catalogueUrl: string | undefined;
  readonly intakeUrl: string | undefined;
  /** Absent: nothing to show the other services, so nothing is asked of them. */
  readonly sign: ServiceSigner | undefined;
  readonly logger: Logger;
  readonly timeoutMs?: number;
}

interface Request<Schema extends z.ZodType> {
  readonly base: string | undefined;
  readonly tokens: ServiceTokens | undefined;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly schema: Schema;
  /** What stands for an answer that says nothing is there; it says so by this code. */
  readonly nothing?: { readonly code: string; readonly found: z.output<Schema> };
}

const Problem = z.object({ code: z.string() });

/** The other services over HTTP. Each is asked for at most five seconds: a report without a figure is better than none. */
export function createHttpSources({
  catalogueUrl,
  intakeUrl,
  sign,
  logger,
  timeoutMs = 5_000,
}: HttpSourcesOptions): ReportSources {
  const ask = async <Schema extends z.ZodType>(request: Request<Schema>): Promise<Sourced<z.output<Schema>>> => {
    const { base, tokens, path, query, schema, nothing } = request;
    if (base === undefined || tokens === undefined) return 'source-absent';
    try {
      const url = new URL(path, base);
      url.search = new URLSearchParams(query).toString();
      const headers = { accept: 'application/json', authorization: `Bearer ${await tokens()}` };
      const response = await fetch(url, { headers, signal: AbortSignal.timeout(timeoutMs) });
      if (nothing !== undefined && response.status === 404 && (await readCode(response)) === nothing.code) return nothing.found;
      if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
      return schema.parse(await response.json());
    } catch (err) {
      logger.warn({ err, path }, 'a source of the report did not answer; its figures have no data');
      return 'source-away';
    }
  };
  const ofCatalogue = sign?.({ audience: 'catalogue', scopes: ['institutional-figures:read'] });
  const ofIntake = sign?.({ audience: 'dossier-intake', scopes: ['ratings:read'] });
  return {
    institutional: (unit, { from, to }: Period) =>
      ask({
        base: catalogueUrl,
        tokens: ofCatalogue,
        path: '/v1/institutional-figures',
        query: { unit, from, to },
        schema: InstitutionalList,
        // A unit that was on no day of the period there: asking again later would answer the same.
        nothing: { code: 'institutional.not-found', found: { unit, from, to, units: [], former: [], figures: [] } },
      }),
    satisfaction: (unit, { from, to }: Period, filter) => {
      const query = { unit, from, to, ...toRatingQuery(filter), limit: '1' };
      return ask({ base: intakeUrl, tokens: ofIntake, path: '/v1/ratings', query, schema: RatingPage });
    },
  };
}

async function readCode(response: Response): Promise<string | undefined> {
  return Problem.safeParse(await response.json()).data?.code;
}
