import { randomBytes } from 'node:crypto';

/** `topic-9f2c4e1ab07d`: a name nobody else uses, for topics, groups and databases of one suite. */
export function uniqueName(prefix: string): string {
  return `${prefix}-${randomBytes(6).toString('hex')}`;
}
