import { controlStack, readStackFile, startStack, type RunningStack } from '@motcua/testing/stack';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** A stack with the scenario, and the passwords that its first start showed. */
export interface ConsoleStack extends RunningStack {
  readonly url: string;
  /** By the name that people sign in with. */
  readonly passwords: ReadonlyMap<string, string>;
}

/** What `motcua up --detach --json` prints where it has made accounts. */
const Shown = z.object({
  gateway: z.object({ url: z.string() }),
  passwords: z.array(z.object({ id: z.string(), password: z.string() })),
});

/**
 * Starts a stack, or takes the one that runs already: `CONSOLE_STACK` names a file in its folder with what `motcua up --detach --json` printed.
 * That one is left running.
 */
export async function startConsoleStack(): Promise<ConsoleStack> {
  const given = process.env['CONSOLE_STACK'];
  if (given !== undefined) {
    const stack = controlStack(dirname(given));
    return toConsoleStack({ ...stack, stop: () => Promise.resolve() }, await readFile(given, 'utf8'));
  }
  const { said, ...stack } = await startStack(['--no-simulate', '--json']);
  return toConsoleStack(stack, said);
}

async function toConsoleStack(stack: RunningStack, said: string): Promise<ConsoleStack> {
  const { passwords } = Shown.parse(JSON.parse(said));
  const { url } = (await readStackFile(stack.home)).gateway;
  return { ...stack, url, passwords: new Map(passwords.map(({ id, password }) => [id, password])) };
}
