import type { z } from 'zod';
import { ConfigError } from './config-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a service's configuration once, at start.
 *
 * @param schema a zod object whose keys are the names of environment variables
 * @param env usually `process.env`; an empty value counts as absent, so that `X= node main.js` takes X's default
 * @returns the parsed values, frozen, keyed by the variables' names
 * @throws ConfigError listing all problems with their variables; values are never printed, they may be secrets
 */
export function loadConfig<Schema extends z.ZodObject>(schema: Schema, env: Environment): Readonly<z.output<Schema>> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(present);
  if (parsed.success) return Object.freeze(parsed.data);
  throw new ConfigError(parsed.error.issues.map((issue) => toProblem(issue, present)));
}

function toProblem(issue: z.core.$ZodIssue, present: Readonly<Record<string, unknown>>) {
  const variable = String(issue.path[0] ?? '(environment)');
  // A rule over several variables says what is wanted; of one alone it is only that nothing was given.
  const isSaid = variable in present || issue.code === 'custom';
  return { variable, message: isSaid ? issue.message : 'is missing' };
}
