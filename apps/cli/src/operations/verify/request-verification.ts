import { VerifyReport } from '@motcua/contracts';
import type { GatewayConnection } from '@motcua/client';
import { postAndWait } from '@motcua/client/services';

/** Has kpi-aggregator recompute everything, and waits as long as that takes. CliError when it refuses or breaks off. */
export async function requestVerification(gateway: GatewayConnection, unit: string | undefined): Promise<VerifyReport> {
  return VerifyReport.parse(await postAndWait(gateway, { service: 'kpi-aggregator', path: '/v1/verify', query: { unit } }));
}
