/** What has to see a bug: the specs of one kind of a project whose path holds `spec`. */
export interface Check {
  readonly project: string;
  readonly kind: 'unit' | 'integration';
  readonly spec: string;
}

/** A deliberate bug: a small change of one file, and the smallest check that has to see it. The table of docs/reliability.md is made of them. */
export interface Mutant {
  readonly name: string;
  /** What goes wrong, in a few words. */
  readonly bug: string;
  /** What holds no longer then. */
  readonly invariant: string;
  /** From the top of the repository. */
  readonly file: string;
  /** As it stands there, once. */
  readonly from: string;
  readonly to: string;
  readonly check: Check;
}

/** The file with its bug. @throws Error where the text is not there exactly once: the code has moved on, and the bug has to */
export function mutate({ name, file, from, to }: Omit<Mutant, 'check'>, source: string): string {
  const parts = source.split(from);
  if (parts.length !== 2) throw new Error(`${name}: ${file} has ${parts.length - 1} times what the bug replaces:\n${from}`);
  return parts.join(to);
}
