import { z } from 'zod';
import type { GatewayClient } from '../gateway/gateway-client.ts';

const Caller = z.object({
  sub: z.string(),
  name: z.string(),
  amr: z.array(z.string()),
  /** `head@xa-thanh-ba`, or a role that has no unit. */
  posts: z.array(z.string()),
  /** The post that requests are made in; null: one of several has to be named. */
  post: z.string().nullable(),
});
export type SignedInCaller = z.infer<typeof Caller>;

/** Whom the gateway takes the client's token for. */
export const getCaller = async (client: GatewayClient): Promise<SignedInCaller> =>
  Caller.parse(await client.request('/auth/caller'));
