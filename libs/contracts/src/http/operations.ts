import { z } from 'zod';

/** `GET /v1/operations/{service}`: how a service is, for operators. */
export const ServiceHealth = z
  .object({
    status: z.enum(['ready', 'not-ready']),
    reasons: z.array(z.string()).describe('Why it is not ready; empty: it is.'),
    checks: z
      .record(z.string(), z.looseObject({ ready: z.boolean(), reason: z.string().optional() }))
      .describe('Each part with what is worth seeing of it: `lag` and `parked` of a projection, `published` of a relay.'),
  })
  .describe('How a service is.')
  .meta({ id: 'ServiceHealth' });
export type ServiceHealth = z.infer<typeof ServiceHealth>;
