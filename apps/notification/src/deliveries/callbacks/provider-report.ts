import type { CallbackOutcome, ProviderCallback } from './record-callback.ts';

export type Provider = 'sms' | 'zalo';

/** What a provider says became of a message, in our words. */
export type ProviderReport = ProviderCallback & { readonly channel: Provider };

/** Writes a report down, once; safe to call again with the same report, in any order. */
export type RecordReport = (report: ProviderReport) => Promise<CallbackOutcome>;

/** `@Inject(RECORD_REPORT) record: RecordReport` */
export const RECORD_REPORT = Symbol('RECORD_REPORT');

/** The ids a report names; one that is absent or empty is not there. */
export function toReference(deliveryId: string | undefined, providerId: string | undefined) {
  return {
    ...(isNamed(deliveryId) ? { deliveryId } : {}),
    ...(isNamed(providerId) ? { providerId } : {}),
  };
}

const isNamed = (id: string | undefined): id is string => id !== undefined && id !== '';
