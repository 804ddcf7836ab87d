import type { Mutant } from '../mutant.ts';

/** Who is let in, and for how long. */
export const access: readonly Mutant[] = [
  {
    name: 'personal-answer-kept-by-caches',
    bug: 'a route that says how long its answer may be kept says so of what is shown to somebody signed in',
    invariant: 'what is personal stays with whom it was shown to',
    file: 'libs/platform/http/src/app/keep-from-caches.ts',
    from: "(isPersonal && !String(said).includes('no-store'))",
    to: '(isPersonal && false)',
    check: { project: 'libs/platform/http', kind: 'unit', spec: 'create-http-app' },
  },
];
