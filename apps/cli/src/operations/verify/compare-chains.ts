import { AuditVerification } from '@motcua/contracts';
import { formatCount } from '@motcua/terminal';
import pc from 'picocolors';
import { compare, type Ask } from './compare-parts.ts';
import type { Part } from './outcome.ts';

/** Whoever keeps an audit log: every service that answers the API. */
const audited = ['catalogue', 'dossier-intake', 'sla-timer', 'kpi-aggregator', 'notification', 'digitization-tracker'] as const;

/** What became of one service's chain. */
export interface ChainPart extends Part<AuditVerification> {
  readonly service: string;
}

/** The chain over each audit log against its entries. */
export const compareChains = (ask: Ask): Promise<ChainPart[]> =>
  Promise.all(
    audited.map(async (service) => {
      const part = await compare(async () => {
        const report = AuditVerification.parse(await ask({ service, path: `/v1/audit/${service}/verification` }));
        return { report, isEqual: report.broken === null };
      });
      return { service, ...part };
    }),
  );

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
