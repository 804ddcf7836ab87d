import { describe, expect, it } from '@jest/globals';
import { createLogger, NestLogger } from './index.ts';

function record(level?: string) {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  return { lines, logger: createLogger('intake', { destination, ...(level === undefined ? {} : { level }) }) };
}

describe('createLogger', () => {
  it('writes one JSON object a line, with service and level by name', () => {
    const { lines, logger } = record();
    logger.info({ url: 'http://127.0.0.1:1' }, 'listening');
    expect(lines).toEqual([
      { level: 'info', time: expect.stringMatching(/Z$/), service: 'intake', url: 'http://127.0.0.1:1', msg: 'listening' },
    ]);
  });

  it('masks people and secrets at any depth', () => {
    const { lines, logger } = record();
    const people = [{ phone: '0912345678', unit: 'dong-xuan' }, { deep: { Email: 'a@b.vn', idNumber: '025' } }];
    logger.info({ applicant: { name: 'An', anything: 1 }, headers: { authorization: 'Bearer x' }, people }, 'x');
    expect(lines[0]).toMatchObject({
      applicant: '[masked]',
      headers: { authorization: '[masked]' },
      people: [{ phone: '[masked]', unit: 'dong-xuan' }, { deep: { Email: '[masked]', idNumber: '[masked]' } }],
    });
  });

  it('keeps of an error what cannot quote a person', () => {
    const { lines, logger } = record();
    const detail = 'Key (phone)=(0912) exists';
    const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail, parameters: ['0912'] });
    logger.error({ err: new Error('append failed', { cause }) }, 'x');
    expect(lines[0]?.['err']).toEqual({
      type: 'Error',
      message: 'append failed',
      stack: expect.any(String),
      cause: { type: 'Error', message: 'duplicate key', code: '23505', stack: expect.any(String) },
    });
  });

  it('survives a cycle', () => {
    const { lines, logger } = record();
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    logger.info({ cycle }, 'x');
    expect(lines).toHaveLength(1);
  });
});

describe('NestLogger', () => {
  it("turns Nest's chatter into details and keeps its errors", () => {
    const { lines, logger } = record('info');
    const nest = new NestLogger(logger);
    nest.log('Mapped {/x, GET}', 'RouterExplorer');
    nest.error('Boom', 'at x', 'ExceptionHandler');
    expect(lines).toEqual([expect.objectContaining({ level: 'error', msg: 'Boom', context: 'ExceptionHandler', stack: 'at x' })]);
  });
});
