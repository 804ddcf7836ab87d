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
    const fields = {
      severity: 'ERROR',
      code: '23505',
      detail,
      parameters: ['0912'],
      table: 'applicant',
      constraint: 'phone_key',
    };
    const cause = Object.assign(new Error('duplicate key'), fields);
    logger.error({ err: new Error('append failed', { cause }) }, 'x');
    expect(lines[0]?.['err']).toEqual({
      type: 'Error',
      message: 'append failed',
      stack: expect.any(String),
      cause: {
        type: 'Error',
        message: 'database error 23505',
        code: '23505',
        table: 'applicant',
        constraint: 'phone_key',
        stack: expect.stringMatching(/^Error: database error 23505\n\s+at /),
      },
    });
  });

  it.each([
    ['under err', (err: Error) => [{ err }, 'x']],
    ['by itself', (err: Error) => [err]],
    ['with its own message', (err: Error) => [{ err }, err.message]],
    ['under another key', (failure: Error) => [{ failure, deep: [failure] }, 'x']],
    ['repeated by who caught it', (cause: Error) => [{ err: new Error(`not kept: ${cause.message}`, { cause }) }, cause.message]],
  ])('repeats nothing of what PostgreSQL quotes: %s', (_how, toArguments) => {
    const { lines, logger } = record();
    const fields = { severity: 'ERROR', code: '22P02', detail: 'Nguyễn Văn A', where: "unnamed portal parameter $1 = '025'" };
    const error = Object.assign(new Error('invalid input syntax for type uuid: "Nguyễn Văn A 025"'), fields);
    logger.error(...(toArguments(error) as [object, string]));
    const written = JSON.stringify(lines);
    expect(written).toContain('22P02');
    expect(written).not.toMatch(/Nguyễn|025/);
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
