import { describe, expect, it } from '@jest/globals';
import { demoParts } from '@motcua/demo';
import { getStackPaths } from '@motcua/stack';
import { loadScenario } from './load-scenario.ts';

/** A load that fails at its first step: nobody listens on the discard port. */
function failingLoad(signal = new AbortController().signal) {
  const warnings: string[] = [];
  const preparation: Parameters<typeof loadScenario>[0] = {
    paths: getStackPaths({ MOTCUA_HOME: '/nowhere' }),
    parts: demoParts,
    signal,
    stack: {
      gatewayUrl: 'http://127.0.0.1:9',
      services: {},
      postgresUrl: 'postgres://nobody@127.0.0.1:9/none',
      kafkaBrokers: '',
      createToken: () => Promise.resolve('t'),
    },
    progress: { line: () => undefined, warn: (text) => warnings.push(text), step: (_title, work) => work(() => undefined) },
  };
  return { warnings, load: (isWatched: boolean) => loadScenario(preparation, { isWatched }) };
}

describe('a scenario that cannot be loaded', () => {
  it('is said where somebody looks, and ends nothing', async () => {
    const { load, warnings } = failingLoad();

    expect(await load(true)).toBe(false);
    expect(warnings.join('\n')).toMatch(/^The scenario is not complete: .*ECONNREFUSED/);
  });

  it('ends a start in the background, whose caller waits for the whole', async () => {
    const { load, warnings } = failingLoad();

    await expect(load(false)).rejects.toThrow('ECONNREFUSED');
    expect(warnings).toEqual([]);
  });

  it('is nothing to speak of once Ctrl-C was pressed', async () => {
    const { load, warnings } = failingLoad(AbortSignal.abort());

    await expect(load(true)).rejects.toThrow('ECONNREFUSED');
    expect(warnings).toEqual([]);
  });
});
