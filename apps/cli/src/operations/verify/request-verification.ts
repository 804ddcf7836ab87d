import { VerifyReport } from '@motcua/contracts';
import { postToService } from '@motcua/client/services';
import type { ServicesConnection } from '@motcua/client';

/** Asks kpi-aggregator itself to recompute everything, and waits as long as that takes. CliError when it refuses or breaks off. */
export async function requestVerification(stack: ServicesConnection, unit: string | undefined): Promise<VerifyReport> {
  return VerifyReport.parse(await postToService(stack, { service: 'kpi-aggregator', path: '/v1/verify', query: { unit } }));
}
