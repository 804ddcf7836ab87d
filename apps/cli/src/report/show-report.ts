import { getReport } from './get-report.ts';
import { toQuestion, toReportLines } from './report-lines.ts';
import { scenarioPeriod } from '@motcua/demo/scenario';
import { createGatewayClient, type GatewayClient } from '@motcua/client';
import type { StackConnection } from '@motcua/stack';
import type { Progress } from '@motcua/terminal';

/** A source that hangs is given up by the report after five seconds; its other figures come. */
const TIMEOUT_MS = 15_000;
const asked = { unit: 'thanh-ba', period: scenarioPeriod };

export interface ShowReport {
  readonly stack: Pick<StackConnection, 'gatewayUrl' | 'createToken'>;
  readonly progress: Pick<Progress, 'line' | 'warn'>;
  /** Width of a terminal; without it a paragraph is a line. */
  readonly width: number | undefined;
  readonly signal: AbortSignal;
}

/** Says what the supervising delegation would write of the running scenario. A report that does not come stops nothing. */
export async function showReport({ stack, progress, width, signal }: ShowReport): Promise<void> {
  const client = createGatewayClient(stack, { role: 'admin' });
  const within = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const patient: Pick<GatewayClient, 'request'> = {
    request: (path, request) => client.request(path, { ...request, signal: within }),
  };
  try {
    const report = await getReport(patient, { ...asked, lang: 'vi' });
    for (const line of toReportLines(report, width)) progress.line(line);
  } catch (error) {
    if (signal.aborted) return;
    const reason = within.aborted ? `no answer within ${TIMEOUT_MS / 1_000} s` : toReason(error);
    progress.warn(
      `The supervision report is not there yet (${reason}). Ask again: motcua report supervision ${toQuestion(asked)}`,
    );
  }
}

const toReason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
