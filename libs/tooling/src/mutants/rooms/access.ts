import type { Mutant } from '../mutant.ts';

/** Who is let in, and for how long. */
export const access: readonly Mutant[] = [
  {
    name: 'ended-token-let-in',
    bug: 'an access token is taken after its sign-in has ended',
    invariant: 'who is signed out is out',
    file: 'apps/gateway/src/bearers/bearers.ts',
    from: 'if (this.#isEnded(bearer)) throw authInvalid();',
    to: '',
    check: { project: 'apps/gateway', kind: 'integration', spec: 'bearers' },
  },
  {
    name: 'stream-outlives-its-token',
    bug: 'a live stream that was opened with an access token goes on when that has ended',
    invariant: 'who is signed out is out',
    file: 'apps/gateway/src/bearers/bearers.ts',
    from: 'this.streams.endThose((bearer) => this.#isEnded(bearer));',
    to: '',
    check: { project: 'apps/gateway', kind: 'integration', spec: 'bearers' },
  },
  {
    name: 'terminal-left-signed-in',
    bug: 'the gateway is not told of the terminals of a disabled account',
    invariant: 'who is signed out is out',
    file: 'apps/identity/src/provider/accesses.ts',
    from: "kind IN ('Session', 'RefreshToken', 'DeviceCode')",
    to: "kind IN ('Session')",
    check: { project: 'apps/identity', kind: 'integration', spec: 'end-access' },
  },
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
