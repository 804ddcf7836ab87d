import type { Prerequisite } from './install-commands.ts';

/** One prerequisite and how it stands. */
export type Check =
  | { readonly name: string; readonly ok: true; readonly found: string }
  | { readonly name: string; readonly ok: false; readonly problem: string; readonly missing: Prerequisite }
  | { readonly name: string; readonly ok: false; readonly problem: string; readonly help: string };
