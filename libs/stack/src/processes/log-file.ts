import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface LogFile {
  readonly path: string;
  readonly write: (line: string) => void;
  close(): Promise<void>;
}

const ROTATE_AT_BYTES = 20 * 1024 * 1024;

/** Appends lines to `<folder>/<name>.log`; when it is opened and has grown large, the old one becomes `<name>.1.log`. */
export function openLogFile(folder: string, name: string): LogFile {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > ROTATE_AT_BYTES) renameSync(path, join(folder, `${name}.1.log`));
  const stream = createWriteStream(path, { flags: 'a' });
  // A full disk must not stop the stack because it cannot write why.
  stream.on('error', () => undefined);
  return {
    path,
    write: (line) => void stream.write(`${line}\n`),
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
}
