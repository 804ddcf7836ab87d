import { ConfigError, loadConfig } from '@motcua/config';
import { z } from 'zod';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isThere, workspaceRoot } from './repository.ts';

export type Environment = Record<string, string>;

export interface SecretsModule {
  readonly createSecretFiles: (known?: Environment) => Record<string, string>;
  readonly mergeKeys: (files: Record<string, string>, find: (name: string) => string | undefined) => Record<string, string>;
  readonly mergePrograms: (files: Record<string, string>, find: (name: string) => string | undefined) => Record<string, string>;
  readonly addLater: (kept: string, made: string) => string;
  readonly toPasswordVariable: (service: string) => string;
  readonly hashPassword: (password: string) => string;
}

/** The script that operators run, which has no types: plain JavaScript, so that it needs Node and nothing else. */
export const loadSecretsModule = async (): Promise<SecretsModule> =>
  (await import(pathToFileURL(join(workspaceRoot, 'deploy/create-secrets.js')).href)) as SecretsModule;

/** Lines of `NAME=value`. Spaces and quotes would be read differently by Compose and Kustomize: they are refused. */
export function parseEnvFile(text: string): Environment {
  const lines = text.split('\n').filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^([A-Z][A-Z0-9_]*)=([^\s$'#"][^\s$'#]*)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error('not a plain NAME=value line');
      return [name, value];
    }),
  );
}

/**
 * What the service itself says about an environment: its own `src/config.ts` reads it, as at start.
 * `config.ts` exports either a zod object or a function that takes the environment; the first of either kind is used.
 */
export async function listConfigProblems(service: string, environment: Environment): Promise<string[]> {
  const path = `apps/${service}/src/config.ts`;
  if (!isThere(path)) return [`${service}: ${path} is missing`];
  const module = (await import(join(workspaceRoot, path))) as Record<string, unknown>;
  const problems = readAsAtStart(Object.values(module), environment);
  return problems.map((problem) => `${service}: ${problem}`);
}

function readAsAtStart(exported: readonly unknown[], environment: Environment): string[] {
  const schema = exported.find((value) => value instanceof z.ZodObject);
  const load = exported.find((value) => typeof value === 'function');
  try {
    if (schema !== undefined) loadConfig(schema, environment);
    else if (load !== undefined) (load as (env: Environment) => unknown)(environment);
    else return ['config.ts exports neither a zod object nor a function of the environment'];
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ variable, message }) => `${variable} ${message}`);
    throw error;
  }
}
