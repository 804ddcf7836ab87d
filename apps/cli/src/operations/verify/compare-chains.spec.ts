import { describe, expect, it } from '@jest/globals';
import { CliError } from '@motcua/terminal';
import { stripVTControlCharacters } from 'node:util';
import { compareChains, toChainLines } from './compare-chains.ts';
import type { Ask } from './compare-parts.ts';
import { combine } from './outcome.ts';

const answering =
  (broken: Readonly<Record<string, object>>): Ask =>
  ({ service }) =>
    service === 'notification'
      ? Promise.reject(new CliError({ code: 'service.away', message: 'it does not answer' }))
      : Promise.resolve({ service, links: 1_200, unsealed: 3, broken: broken[service] ?? null });

describe('the chains over the audit logs', () => {
  it('are asked of every service, and named where one is not what its entries make', async () => {
    const parts = await compareChains(answering({ 'sla-timer': { sequence: 41, why: 'changed' } }));
    expect(toChainLines(parts).map(stripVTControlCharacters)).toEqual([
      '✓ whole · audit log of catalogue: 1,200 entries, 3 not yet sealed',
      '✓ whole · audit log of dossier-intake: 1,200 entries, 3 not yet sealed',
      '✗ entry 41 is not what it was · audit log of sla-timer',
      '✓ whole · audit log of kpi-aggregator: 1,200 entries, 3 not yet sealed',
      '! not comparable now · audit log of notification: it does not answer',
      '✓ whole · audit log of digitization-tracker: 1,200 entries, 3 not yet sealed',
      '✓ whole · audit log of identity: 1,200 entries, 3 not yet sealed',
    ]);
    expect(combine(parts).outcome).toBe('different');
    expect(combine(await compareChains(answering({}))).outcome).toBe('not-comparable');
  });

  it('are those of the services that there are: people may sign in elsewhere', async () => {
    const whole = (service: string) => ({ service, links: 1, unsealed: 0, broken: null });
    const notFound = new CliError({ code: 'http.not-found', message: 'There is nothing at this path.' });
    const parts = await compareChains(({ service }) =>
      service === 'identity' ? Promise.reject(notFound) : Promise.resolve(whole(service)),
    );
    expect(parts).toHaveLength(6);
    expect(combine(parts).outcome).toBe('equal');
  });
});
