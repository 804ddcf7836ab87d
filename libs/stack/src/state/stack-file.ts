import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import type { StackPaths } from './stack-paths.ts';

/** `.motcua/stack.json`: where everything of the running stack is. Other programs read it too. */
export const StackFile = z.object({
  gateway: z.object({ url: z.string() }),
  services: z.record(
    z.string(),
    z.object({
      url: z.string(),
      /** Of `/metrics` and of readiness in detail. Absent in the file of an earlier version. */
      operations: z.string().optional(),
      pid: z.number(),
      startedAt: z.string().optional(),
    }),
  ),
  /** Superuser URL of the product's database. */
  postgres: z.object({ url: z.string(), pid: z.number().optional(), startedAt: z.string().optional() }),
  kafka: z.object({ brokers: z.string(), pid: z.number().optional(), startedAt: z.string().optional() }),
  /** Where mail goes: the catcher with its page, or a given server. Absent in the file of an earlier version. */
  mail: z
    .object({
      smtp: z.string(),
      url: z.string().optional(),
      pid: z.number().optional(),
      startedAt: z.string().optional(),
    })
    .optional(),
  supervisor: z.object({ pid: z.number() }),
  startedAt: z.string(),
  /** `off` when it was started with --no-scenario: then nobody waits for the scenario. */
  scenario: z.enum(['on', 'off']),
  /** `starting` until every service has been ready once and the scenario is in. */
  phase: z.enum(['starting', 'running', 'stopping']),
});
export type StackFile = z.infer<typeof StackFile>;

/** `undefined` when no stack was started here, or its file cannot be read by this version. */
export async function findStackFile(paths: StackPaths): Promise<StackFile | undefined> {
  const parsed = StackFile.safeParse(await readJsonFile(paths.stackFile).catch(() => undefined));
  return parsed.success ? parsed.data : undefined;
}

export const writeStackFile = (paths: StackPaths, stack: StackFile): Promise<void> =>
  writeJsonFile(paths.stackFile, stack, { mode: 0o600 });

export const removeStackFile = (paths: StackPaths): Promise<void> => rm(paths.stackFile, { force: true });
