import { type StackFile, writeStackFile } from './stack-file.ts';
import type { StackPaths } from './stack-paths.ts';

/** The running stack as `stack.json` tells it; every change is written at once, one write after the other. */
export interface StackRecord {
  current(): StackFile;
  update(change: (stack: StackFile) => StackFile): Promise<void>;
}

export function createStackRecord(paths: StackPaths, initial: StackFile): StackRecord {
  let stack = initial;
  let writing: Promise<void> = Promise.resolve();
  return {
    current: () => stack,
    update(change) {
      stack = change(stack);
      const content = stack;
      writing = writing.catch(() => undefined).then(() => writeStackFile(paths, content));
      return writing;
    },
  };
}
