import { CliError } from '@motcua/terminal';
import type { TokenRequest } from '@motcua/client';
import { createOperatorTokens } from './operator-tokens.ts';
import { findStackFile, type StackFile } from '../state/stack-file.ts';
import { findSupervisor } from '../state/supervisor-lock.ts';
import { getStackPaths, type StackPaths } from '../state/stack-paths.ts';

/** What a command needs to talk to the running stack. */
export interface StackConnection {
  readonly gatewayUrl: string;
  readonly services: Readonly<
    Record<string, { readonly url: string; readonly operations?: string | undefined; readonly pid: number }>
  >;
  /** Superuser URL of the product's database. */
  readonly postgresUrl: string;
  /** Comma separated. */
  readonly kafkaBrokers: string;
  /** The page of the mail catcher; undefined where mail goes to a given server. */
  readonly mailUrl?: string | undefined;
  /** Of one of the stack's programs, as its provider gives it. */
  createToken(request: TokenRequest): Promise<string>;
}

/**
 * The running stack, by `.motcua/stack.json`.
 *
 * @param as the id of the stack's program that asks, whatever a command would ask as
 * @throws CliError `stack.not-running` where there is none
 */
export async function connectToStack(paths: StackPaths = getStackPaths(), as?: string): Promise<StackConnection> {
  const stack = await findStackFile(paths);
  if (stack === undefined || (await findSupervisor(paths)) === undefined) {
    throw new CliError({ code: 'stack.not-running', message: 'The stack is not running.', hint: 'npm start' });
  }
  return toConnection({ current: () => stack }, paths, as);
}

/** Reads the record anew each time: a service that came back has another process id. */
export function toConnection({ current }: { current: () => StackFile }, paths: StackPaths, as?: string): StackConnection {
  const createToken = createOperatorTokens({ paths, getGatewayUrl: () => current().gateway.url, as });
  return {
    get gatewayUrl() {
      return current().gateway.url;
    },
    get services() {
      return current().services;
    },
    get postgresUrl() {
      return current().postgres.url;
    },
    get kafkaBrokers() {
      return current().kafka.brokers;
    },
    get mailUrl() {
      return current().mail?.url;
    },
    createToken,
  };
}
