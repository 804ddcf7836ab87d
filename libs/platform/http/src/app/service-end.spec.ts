import { createLogger } from '@motcua/observability';
import { describe, expect, it } from '@jest/globals';
import { ServiceEnd } from './service-end.ts';

const logger = createLogger('spec', { level: 'silent' });

describe('the end of a service that cannot go on', () => {
  it('drains first, then exits with 1, once', async () => {
    const happened: string[] = [];
    let finishDraining: () => void = () => undefined;
    const drained = new Promise<void>((resolve) => (finishDraining = resolve));
    const ended = new Promise<void>((resolve) => {
      const end = new ServiceEnd({
        logger,
        exit: (code) => {
          happened.push(`exit ${code}`);
          resolve();
        },
      });
      end.drainBy(async () => {
        await drained;
        happened.push('drained');
      });
      end.fail(new Error('the log is gone'), 'it ends');
      end.fail(new Error('and so is the rest'), 'it ends again');
    });
    await Promise.resolve();
    expect(happened).toEqual([]);
    finishDraining();
    await ended;
    expect(happened).toEqual(['drained', 'exit 1']);
  });

  it('exits with 1 when what drains fails too', async () => {
    const code = await new Promise<number>((exit) => {
      const end = new ServiceEnd({ logger, exit });
      end.drainBy(() => Promise.reject(new Error('no database either')));
      end.fail(new Error('the log is gone'), 'it ends');
    });
    expect(code).toBe(1);
  });
});
