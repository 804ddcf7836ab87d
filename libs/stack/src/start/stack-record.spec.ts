import { describe, expect, it } from '@jest/globals';
import { StackFile } from '../state/stack-file.ts';
import { withPid } from './start-stack.ts';

const stack: StackFile = {
  gateway: { url: 'http://127.0.0.1:8080' },
  services: { catalogue: { url: 'http://127.0.0.1:9001', pid: 1 }, gateway: { url: 'http://127.0.0.1:8080', pid: 2 } },
  postgres: { url: 'postgres://127.0.0.1:5432/motcua', pid: 3 },
  kafka: { brokers: '127.0.0.1:9092' },
  mail: { smtp: 'smtp://127.0.0.1:1025', url: 'http://127.0.0.1:1080', pid: 5 },
  supervisor: { pid: 4 },
  startedAt: '2026-01-05T08:00:00Z',
  scenario: 'on',
  phase: 'running',
};

describe('withPid', () => {
  it('names the new process of a service and keeps its address', () => {
    expect(withPid(stack, 'catalogue', 77).services['catalogue']).toMatchObject({ url: 'http://127.0.0.1:9001', pid: 77 });
  });

  it('names the new process of PostgreSQL, of Kafka and of the mail catcher', () => {
    expect(withPid(stack, 'mail', 80).mail).toMatchObject({ url: 'http://127.0.0.1:1080', pid: 80 });
    expect(withPid(stack, 'postgres', 78).postgres).toMatchObject({ url: 'postgres://127.0.0.1:5432/motcua', pid: 78 });
    expect(withPid(stack, 'kafka', 79).kafka).toMatchObject({ brokers: '127.0.0.1:9092', pid: 79 });
  });

  it('leaves everything as it is for a name nobody has', () => {
    expect(withPid(stack, 'nobody', 80)).toEqual(stack);
  });
});

describe('StackFile', () => {
  it('reads back what was written', () => {
    expect(StackFile.parse(JSON.parse(JSON.stringify(stack)))).toEqual(stack);
  });

  it('reads the file that an earlier version left, which knew of no mail', () => {
    const { mail: _mail, ...earlier } = stack;
    expect(StackFile.safeParse(earlier).success).toBe(true);
  });

  it('refuses a file of another shape', () => {
    expect(StackFile.safeParse({ ...stack, services: [] }).success).toBe(false);
  });
});
