import { KeyRing, loadConfig, serviceConfig } from '@motcua/config';
import { z } from 'zod';

export const schema = 'sla';
export const service = 'sla-timer';

const Config = z.object({
  ...serviceConfig,
  /** Of the reasons that heads give in words. */
  REASON_KEYS: KeyRing,
  /**
   * Months that the history of clocks and their alerts are kept after the end of their dossier, or the last that happened to a submission that
   * was never received: a supervision report covers a year.
   */
  CLOCK_RETENTION_MONTHS: z.coerce.number().int().min(12).max(1_200).default(24),
});
export type Config = z.infer<typeof Config>;

/** The only reader of the environment. Throws with every problem at once. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => loadConfig(Config, env);
