import { ClocksVerification, RatingsVerification, StoredFilesVerification } from '@motcua/contracts';
import type { GatewayConnection } from '@motcua/client';
import { type LongRequest, postAndWait } from '@motcua/client/services';
import { CliError } from '@motcua/terminal';
import type { Outcome, Part } from './outcome.ts';

/** Who answers a POST that takes as long as there is to compare. */
export type Ask = (request: LongRequest) => Promise<unknown>;
export const askGateway =
  (gateway: GatewayConnection): Ask =>
  (request) =>
    postAndWait(gateway, request);

/** Files of dossiers against the contents that are kept: each is there and what it was, and none is left over. */
export const compareStoredFiles = (ask: Ask): Promise<Part<StoredFilesVerification>> =>
  compare(async () => {
    const answer = await ask({ service: 'digitization-tracker', path: '/v1/stored-files/verification' });
    const report = StoredFilesVerification.parse(answer);
    return { report, isEqual: report.missing.length + report.damaged.length + report.orphaned.length === 0 };
  });

/** Open clocks and their dues against the event table. */
export const compareClocks = (ask: Ask): Promise<Part<ClocksVerification>> =>
  compare(async () => {
    const report = ClocksVerification.parse(await ask({ service: 'sla-timer', path: '/v1/clocks/verification' }));
    return { report, isEqual: report.different.length === 0 };
  });

/** The list of ratings against a recomputation from their log. */
export const compareRatings = (ask: Ask): Promise<Part<RatingsVerification>> =>
  compare(async () => {
    const report = RatingsVerification.parse(await ask({ service: 'dossier-intake', path: '/v1/ratings/verification' }));
    return { report, isEqual: report.different.length === 0 };
  });

/** A service that does not answer, or refuses for now, leaves its part open and not the others. */
export async function compare<Report>(work: () => Promise<{ report: Report; isEqual: boolean }>): Promise<Part<Report>> {
  try {
    const { report, isEqual } = await work();
    const outcome: Outcome = isEqual ? 'equal' : 'different';
    return { outcome, reason: null, report };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { outcome: 'not-comparable', reason: error.message, report: undefined };
  }
}
