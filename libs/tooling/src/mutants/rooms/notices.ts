import type { Check, Mutant } from '../mutant.ts';

/** Who is told of what, and how often. */
const unit = (spec: string): Check => ({ project: 'apps/notification', kind: 'unit', spec });
const integration = (spec: string): Check => ({ project: 'apps/notification', kind: 'integration', spec });

export const notices: readonly Mutant[] = [
  {
    name: 'told-by-each-role',
    bug: 'who holds two roles is told of one thing twice',
    invariant: 'each person is told of a thing once',
    file: 'apps/notification/src/notices/planning/decide-notices.ts',
    from: 'else if (planned.has(key))',
    to: 'else if (planned.has(`${key} again`))',
    check: unit('decide-notices.spec'),
  },
  {
    name: 'nobody-is-silence',
    bug: 'a warning for which nobody is found is left out',
    invariant: 'nothing is lost silently',
    file: 'apps/notification/src/notices/planning/decide-notices.ts',
    from: 'if (people.length === 0) return [toUnaddressed(event, rule, around)];',
    to: '',
    check: unit('decide-notices.spec'),
  },
  {
    name: 'past-is-told',
    bug: 'an applicant is told of what was recorded before the service was there',
    invariant: 'nobody is told of history',
    file: 'apps/notification/src/notices/planning/decide-notices.ts',
    from: 'if (event.recordedAt < installedAt)',
    to: 'if (event.recordedAt < 0)',
    check: unit('decide-notices.spec'),
  },
  {
    name: 'taken-back-is-told',
    bug: 'what was taken back before it was told of is told of',
    invariant: 'after an undo everything is as if neither had happened',
    file: 'apps/notification/src/notices/events/leave-out-taken-back.ts',
    from: 'if (takenBack.has(event.id))',
    to: 'if (takenBack.has(takesBack))',
    check: unit('leave-out-taken-back.spec'),
  },
  {
    name: 'retry-for-ever',
    bug: 'a channel that fails is tried again and again, and the next one never',
    invariant: 'a notice reaches somebody by some channel, or is told to be dead',
    file: 'apps/notification/src/deliveries/attempts/decide-attempt.ts',
    from: 'backoffMs[standing.channelAttempts - 1]',
    to: 'backoffMs[0]',
    check: unit('decide-attempt.spec'),
  },
  {
    name: 'code-behind-others',
    bug: 'a one-time code is not tried while the latest mails of others failed',
    invariant: 'a code waits for itself alone',
    file: 'apps/notification/src/deliveries/attempts/attempt-delivery.ts',
    from: 'if (message.atOnce === true) return sendInTime(channel, message, timeoutMs);',
    to: '',
    check: unit('attempt-delivery.spec'),
  },
  {
    name: 'lease-unchecked',
    bug: 'a delivery that somebody sends is taken by another',
    invariant: 'a notice is sent once',
    file: 'apps/notification/src/deliveries/queue/claim-deliveries.ts',
    from: "OR state = 'sending' AND lease_until <= clock_timestamp())",
    to: "OR state = 'sending')",
    check: integration('claim-deliveries.int'),
  },
  {
    name: 'late-answer-decides',
    bug: 'a sender that was thought lost overwrites what was done since',
    invariant: 'the newest attempt decides',
    file: 'apps/notification/src/deliveries/attempts/finish-attempts.ts',
    from: "AND d.state = 'sending' AND d.attempts = done.attempt",
    to: "AND d.state = 'sending'",
    check: integration('deliveries'),
  },
];
