import { apiServices, type ApiService, AuditVerification } from '@motcua/contracts';
import { CliError, formatCount } from '@motcua/terminal';
import pc from 'picocolors';
import { compare, type Ask } from './compare-parts.ts';
import type { Part } from './outcome.ts';

/** What became of one service's chain. */
export interface ChainPart extends Part<AuditVerification | undefined> {
  readonly service: string;
}

/** The chain over each audit log against its entries. */
export async function compareChains(ask: Ask): Promise<ChainPart[]> {
  const parts = await Promise.all(apiServices.map(async (service) => ({ service, ...(await compareChain(ask, service)) })));
  return parts.filter(({ outcome, report }) => outcome !== 'equal' || report !== undefined);
}

/** Equal without a report: there is no such service. */
const compareChain = (ask: Ask, service: ApiService): Promise<Part<AuditVerification | undefined>> =>
  compare(async () => {
    const answer = await ask({ service, path: `/v1/audit/${service}/verification` }).catch((error: unknown) => {
      if (isAbsent(service, error)) return undefined;
      throw error;
    });
    if (answer === undefined) return { report: undefined, isEqual: true };
    const report = AuditVerification.parse(answer);
    return { report, isEqual: report.broken === null };
  });

/** People may sign in elsewhere. */
const isAbsent = (service: ApiService, error: unknown): boolean =>
  service === 'identity' && error instanceof CliError && error.code === 'http.not-found';

const why = {
  missing: 'is missing',
  changed: 'is not what it was',
  'not-as-sealed': 'is not what was published',
} as const;

export const toChainLines = (parts: readonly ChainPart[]): string[] =>
  parts.map(({ service, reason, report }) => {
    const what = `audit log of ${service}`;
    if (report === undefined) return `${pc.yellow('! not comparable now')} · ${what}: ${reason ?? 'no reason given'}`;
    const { links, unsealed, broken } = report;
    if (broken !== null) return `${pc.red(`✗ entry ${formatCount(broken.sequence)} ${why[broken.why]}`)} · ${what}`;
    return `${pc.green('✓ whole')} · ${what}: ${formatCount(links)} entries, ${formatCount(unsealed)} not yet sealed`;
  });
