import type { Check, Mutant } from '../mutant.ts';

/** What goes when its term is over, and what has to stay. */
const integration = (project: string, spec: string): Check => ({ project, kind: 'integration', spec });
const notices = integration('apps/notification', 'forget-notices.int');
const rights = integration('apps/dossier-intake', 'applicant-rights.int');
const clocks = integration('apps/sla-timer', 'forget-clocks.int');

export const retention: readonly Mutant[] = [
  {
    name: 'open-dossiers-notices-go',
    bug: 'notices of dossiers that are still open are forgotten',
    invariant: 'what is still needed stays',
    file: 'apps/notification/src/retention/forget-notices.ts',
    from: 'dossier.dossier_id = notice.dossier_id AND dossier.is_open)',
    to: 'dossier.dossier_id = notice.dossier_id AND NOT dossier.is_open AND dossier.is_open)',
    check: notices,
  },
  {
    name: 'forgotten-is-told-again',
    bug: 'an alert whose notice was forgotten is news when a relay publishes it again',
    invariant: 'nobody is told twice',
    file: 'apps/notification/src/notices/events/leave-out-told.ts',
    from: 'saidAt >= forgottenBefore',
    to: 'saidAt >= 0',
    check: notices,
  },
  {
    name: 'rebuild-asks-in-vain',
    bug: 'after years away the notices of the last week go before the rebuild asks for them',
    invariant: 'nobody is told twice',
    file: 'apps/notification/src/retention/forgotten-before.ts',
    from: 'SELECT min(read_at)',
    to: 'SELECT max(read_at)',
    check: notices,
  },
  {
    name: 'rebuild-moves-the-horizon',
    bug: 'how far a rebuild came in the event table counts as the log',
    invariant: 'nobody is told twice',
    file: 'apps/notification/src/retention/forgotten-before.ts',
    from: 'AND cluster_id <> $2 GROUP BY',
    to: "AND cluster_id <> $2 || '!' GROUP BY",
    check: notices,
  },
  {
    name: 'unpublished-alert-goes',
    bug: 'alerts that the relay has still to publish are forgotten',
    invariant: 'nothing is lost silently',
    file: 'apps/sla-timer/src/migrations/1766800000000-forget-alerts.ts',
    from: 'AND (event.xid, event.position) <= (relay.xid, relay.position)',
    to: '',
    check: clocks,
  },
  {
    name: 'submission-goes-under-its-clock',
    bug: 'what the clock of a submission did goes while it has more to say',
    invariant: 'what is still needed stays',
    file: 'apps/sla-timer/src/migrations/1768200000000-forget-alerts-of-submissions.ts',
    from: '(schedule IS NOT NULL OR import_session IS NOT NULL)',
    to: 'import_session IS NOT NULL',
    check: clocks,
  },
  {
    name: 'received-goes-like-a-submission',
    bug: 'what the clocks of an open dossier did goes a term after somebody last touched it',
    invariant: 'what is still needed stays',
    file: 'apps/sla-timer/src/migrations/1768200000000-forget-alerts-of-submissions.ts',
    from: "WHEN dossier.facts ->> 'receivedAt' IS NULL AND",
    to: 'WHEN',
    check: clocks,
  },
  {
    name: 'who-asks-approves',
    bug: 'whoever asked for an erasure approves it',
    invariant: 'two persons erase',
    file: 'apps/dossier-intake/src/applicant-rights/applicant-erasures.ts',
    from: 'if (asked.askedBy === actor.sub) throw ownRequest();',
    to: '',
    check: rights,
  },
  {
    name: 'comment-survives-erasure',
    bug: 'what somebody wrote beside their rating stays when they are erased',
    invariant: 'of who was erased nothing is left',
    file: 'apps/dossier-intake/src/applicant-rights/erase-applicants.ts',
    from: 'AND comment IS NOT NULL',
    to: 'AND comment IS NULL',
    check: rights,
  },
  {
    name: 'erased-before-handed-over',
    bug: 'an applicant is erased whose result has not been handed over',
    invariant: 'what is still needed stays',
    file: 'apps/dossier-intake/src/applicant-rights/applicant-erasures.ts',
    from: "end !== null && (end.by !== 'processed' || returnedAt !== null)",
    to: 'end !== null || returnedAt !== null',
    check: rights,
  },
  {
    name: 'corrected-is-still-a-stranger',
    bug: 'whose a dossier is, is not asked anew when its applicant was corrected',
    invariant: 'nobody is proposed the papers of somebody else',
    file: 'apps/digitization-tracker/src/retention/applicant-changes-consumer.ts',
    from: "CASE WHEN $2 = 'erased' THEN now() END",
    to: "CASE WHEN $2 <> '' THEN now() END",
    check: integration('apps/digitization-tracker', 'applicant-changes.int'),
  },
];
