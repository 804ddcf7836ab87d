import { readFile } from 'node:fs/promises';

export interface Following {
  /** Reads what is left and ends. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 200;

/** Calls `onLine` for each line of a growing file, from its beginning. The file is small: the words of one start. */
export function followLines(file: string, onLine: (line: string) => void): Following {
  let seen = 0;
  const look = async (): Promise<void> => {
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').slice(0, -1);
    for (const line of lines.slice(seen)) onLine(line);
    seen = Math.max(seen, lines.length);
  };
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, LOOK_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
      await look();
    },
  };
}
