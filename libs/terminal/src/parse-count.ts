import { InvalidArgumentError } from 'commander';

/** An option's value that counts something. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('a whole number from 1 on.');
  return count;
}
