import type { PauseRule } from '@motcua/calendar';

export interface DueOptions {
  readonly calendar: string;
  readonly received?: string;
  readonly limit?: string;
  readonly pause: readonly string[];
  readonly pauseRule: PauseRule;
  readonly batch?: boolean;
  readonly ledger?: boolean;
  readonly json?: boolean;
}
