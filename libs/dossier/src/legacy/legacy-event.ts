import type { Channel, DossierEventName, Instant, Limit, ServiceLevel } from '../vocabulary.ts';

/** What a legacy system reports: lean, and taken as it comes. Named units and procedures are resolved into the context by the shell. */
export interface LegacyEvent {
  readonly type: Exclude<DossierEventName, 'apologised' | 'redated' | 'reverted'>;
  readonly occurredAt: Instant;
  /** The id the dossier has, or gets if this event opens it. */
  readonly id: string;
  readonly origin: string;
  readonly sourceCode: string;
  /** The event names a unit (in `correction` for a correction); `context.unit` is what was found for it. */
  readonly namesUnit: boolean;
  /** The event names a procedure; `context.procedure` is what was found for it. */
  readonly namesProcedure: boolean;
  readonly channel?: Channel | undefined;
  readonly field?: string | undefined;
  readonly serviceLevel?: ServiceLevel | undefined;
  readonly officer?: string | undefined;
  readonly due?: Instant | undefined;
  readonly dueKnown?: boolean | undefined;
  readonly limit?: Limit | undefined;
  readonly reasonCode?: string | undefined;
  readonly newDue?: Instant | undefined;
  readonly endedBy?: string | undefined;
  readonly correction?: LegacyCorrection | undefined;
}

export interface LegacyCorrection {
  readonly channel?: Channel | undefined;
  readonly receivedAt?: Instant | undefined;
  readonly endedAt?: Instant | undefined;
  readonly due?: Instant | undefined;
  readonly limit?: Limit | undefined;
}
