import { RouteRules, type RuledRoute } from '@motcua/access';
import { createHttpApp, operationsOf, type HttpAppOptions } from '@motcua/http';
import { BatchKafkaServer } from '@motcua/kafka';
import { waitFor } from '@motcua/testing';
import { startService } from '../start-service.ts';

export interface ServiceInstance {
  readonly url: string;
  /** Where `/metrics` and the details of readiness are: `operations.inject('/metrics')`. */
  readonly operations: ReturnType<typeof operationsOf>;
  /** Every route with the rule that it names. */
  readonly routes: readonly RuledRoute[];
  /** Of its first projection. */
  status(): ReturnType<BatchKafkaServer['listProjectionStatus']>[number] | undefined;
  /** May be called again. */
  close(): Promise<void>;
}

/** A service on a free port; answers once its first projection runs, or says why it does not. */
export async function startInstance(
  module: Parameters<typeof createHttpApp>[0],
  options: HttpAppOptions,
): Promise<ServiceInstance> {
  const app = await createHttpApp(module, options);
  const url = await startService(app, { host: '127.0.0.1', port: 0, logger: options.logger });
  const status = () => app.get(BatchKafkaServer).listProjectionStatus()[0];
  await waitFor(() => ['running', 'refused'].includes(status()?.state ?? ''), {
    describe: 'the log to be followed',
    timeoutMs: 30_000,
  });
  let closing: Promise<void> | undefined;
  return {
    url,
    operations: operationsOf(app),
    routes: app.get(RouteRules).list(),
    status,
    close: () => (closing ??= app.close()),
  };
}
