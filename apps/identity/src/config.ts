import { KeyRing, loadConfig, serviceConfig } from '@motcua/config';
import { z } from 'zod';

export const schema = 'identity';
export const service = 'identity';
/** Where the provider and its pages lie, here and behind the gateway. */
export const BASE_PATH = '/identity';

const Config = z.object({
  ...serviceConfig,
  /** What people's browsers know the gateway as; the issuer is `/identity` below it. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  /** Where the gateway is told that a session has ended. */
  GATEWAY_INTERNAL_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  /** Path of the gateway's secret as a client. */
  GATEWAY_CLIENT_SECRET_FILE: z.string(),
  /** Seal what is stored, and are what cookies and marks of browsers are signed by. */
  IDENTITY_KEYS: KeyRing,
  /** Path of the private keys that sign tokens, `{"keys":[…]}` of ES256: the first signs, all are published. */
  SIGNING_KEYS: z.string(),
  /** Path of the accounts of programs. Absent: there are none. */
  SERVICE_ACCOUNTS: z.string().optional(),
  /** Path of the accounts that are there from the beginning. Absent: none is made. */
  FIRST_ACCOUNTS: z.string().optional(),
  /** Proxies before us that tell whose request it is: the gateway, and what stands before it. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(1),
});
export type Config = z.infer<typeof Config>;

export const issuerOf = ({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>): string => `${PUBLIC_URL}${BASE_PATH}`;

/** The only reader of the environment. Throws with every problem at once. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => loadConfig(Config, env);
