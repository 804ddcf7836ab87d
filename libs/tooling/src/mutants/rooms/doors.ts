import type { Check, Mutant } from '../mutant.ts';

const integration = (project: string, spec: string): Check => ({ project, kind: 'integration', spec });

/** What comes in from strangers, and what they shut for others. */
export const doors: readonly Mutant[] = [
  {
    name: 'strange-text-taken',
    bug: 'a line break in a name is not looked for',
    invariant: 'a text of one line holds no control or invisible character, in every operation',
    file: 'libs/platform/http/src/request/validation-pipe.ts',
    from: "if (strange.length > 0) throw toValidationProblem(strange, data === undefined ? '' : `/${data}`);",
    to: '',
    check: integration('apps/sla-timer', 'open-api.int.spec'),
  },
  {
    name: 'name-guessed-from-everywhere',
    bug: 'failures with a name are counted by network alone',
    invariant: 'a password is guessed from a thousand networks no quicker than from a few',
    file: 'apps/identity/src/attempts/attempt-gate.ts',
    from: '...(isHalf ? [] : [anywhere]),',
    to: '',
    check: integration('apps/identity', 'attempts.int.spec'),
  },
  {
    name: 'stranger-spends-look-ups',
    bug: 'questions about a code are counted over all addresses',
    invariant: 'what one address spends closes the look-up for no other',
    file: 'apps/dossier-intake/src/look-ups/codes/question-limits.ts',
    from: 'FILTER (WHERE address_hash = $2 AND code_hash = $1 AND asked_at > $3)',
    to: 'FILTER (WHERE code_hash = $1 AND asked_at > $3)',
    check: integration('apps/dossier-intake', 'typed-code.int.spec'),
  },
];
