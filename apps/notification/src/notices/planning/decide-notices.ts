import type { NoticeChannel, NotificationRule } from '@motcua/contracts';
import type { UnitDirectory } from '../../people/unit-directory.ts';
import { toDeciders } from '../recipients/to-deciders.ts';
import { findRules, type RuleBook } from '../rules/find-rules.ts';
import type { People } from '../recipients/people.ts';
import type { Person } from '../../people/person.ts';
import type { NoticeDraft } from './notice-draft.ts';
import type { ApplicantSkip, NotifiableEvent } from '../events/notifiable-event.ts';
import { toVariables } from './to-variables.ts';

/** Why somebody whom a rule means is not notified. */
export type SkipReason = ApplicantSkip | 'before-installation' | 'lapsed' | 'muted' | 'told-by-another-rule';

export interface NoticeContext {
  readonly rules: RuleBook;
  readonly people: People;
  readonly directory: UnitDirectory;
  /** By the database’s clock. */
  readonly now: number;
  /** What was recorded before this service was installed is history to it: no applicant is notified of it now. */
  readonly installedAt: number;
}

export interface Decision {
  readonly drafts: readonly NoticeDraft[];
  readonly skipped: readonly { readonly rule: string; readonly reason: SkipReason }[];
}

const HOUR_MS = 3_600_000;
/** Staff can wait so long for the alerts of a group to be gathered; not where it is urgent. */
export const GATHER_MS = 3_000;

/** Who is notified of an event, how and when. Pure. */
export function decideNotices(event: NotifiableEvent, around: NoticeContext): Decision {
  const drafts: NoticeDraft[] = [];
  const skipped: { rule: string; reason: SkipReason }[] = [];
  const planned = new Set<string>();
  for (const rule of findRules(around.rules, event, around.directory.dateOf(event.unit, around.now)).toSorted(byWeight)) {
    for (const found of event.isHistory ? [{ reason: 'imported' as const }] : toDrafts(event, rule, around)) {
      // One person is notified once by one template, whichever of his roles the rules mean.
      const key = 'reason' in found ? '' : `${found.recipient.kind} ${found.recipient.id} ${found.template}`;
      if ('reason' in found) skipped.push({ rule: rule.id, reason: found.reason });
      else if (planned.has(key)) skipped.push({ rule: rule.id, reason: 'told-by-another-rule' });
      else {
        planned.add(key);
        drafts.push(found);
      }
    }
  }
  return { drafts, skipped };
}

/** What cannot be muted and what is urgent first: it wins where two rules notify one person of the same. */
const byWeight = (left: NotificationRule, right: NotificationRule): number => weightOf(right) - weightOf(left);
const weightOf = (rule: NotificationRule): number => (rule.class === 'mandatory' ? 2 : 0) + (rule.urgency === 'high' ? 1 : 0);

type Found = NoticeDraft | { readonly reason: SkipReason };

function toDrafts(event: NotifiableEvent, rule: NotificationRule, around: NoticeContext): readonly Found[] {
  if (rule.audience === 'applicant') return [toApplicantDraft(event, rule, around)];
  const { proposal } = event;
  if (rule.audience === 'proposer' && (proposal?.madeBy ?? null) === null) return [];
  if (proposal !== undefined && proposal.waitsUntil !== null && proposal.waitsUntil <= around.now) return [{ reason: 'lapsed' }];
  const people = around.people.find(rule.audience, toDeciders(event, around.directory));
  if (people.length === 0) return [toUnaddressed(event, rule, around)];
  return people.map((person) => (isMuted(person, rule) ? { reason: 'muted' } : toStaffDraft(event, rule, person, around)));
}

const isMuted = ({ mute }: Person, rule: NotificationRule): boolean => rule.class === 'optional' && mute.includes(rule.template);

function toApplicantDraft(event: NotifiableEvent, rule: NotificationRule, { directory, now, installedAt }: NoticeContext): Found {
  if (event.applicantSkip !== null) return { reason: event.applicantSkip };
  if (event.recordedAt < installedAt) return { reason: 'before-installation' };
  return {
    ...common(event, rule),
    recipient: { kind: 'applicant', id: 'applicant' },
    language: 'vi',
    sendAt: now,
    expiresAt: now + rule.expiresAfterHours * HOUR_MS,
    chains: rule.channels,
    variables: toVariables(event, { language: 'vi', isStaff: false }, directory),
  };
}

function toStaffDraft(
  event: NotifiableEvent,
  rule: NotificationRule,
  person: Person,
  { directory, now }: NoticeContext,
): NoticeDraft {
  const { urgency, ...fields } = common(event, rule);
  const sendAt = urgency === 'high' ? now : directory.nextOpen(person.unit, now + GATHER_MS);
  return {
    ...fields,
    urgency,
    recipient: { kind: 'staff', id: person.id },
    home: person.unit,
    language: person.language,
    sendAt,
    // What can no longer be decided on needs no message.
    expiresAt: Math.min(sendAt + rule.expiresAfterHours * HOUR_MS, event.proposal?.waitsUntil ?? Infinity),
    chains: rule.channels.map((chain) => inPreferredOrder(chain, person.channels)),
    variables: toVariables(event, { language: person.language, isStaff: true }, directory),
  };
}

/** Nothing is lost silently: the notice is there to be seen, with the unit in which nobody was found. */
function toUnaddressed(event: NotifiableEvent, rule: NotificationRule, { directory, now }: NoticeContext): NoticeDraft {
  return {
    ...common(event, rule),
    recipient: { kind: 'nobody', id: event.unit },
    language: 'vi',
    sendAt: now,
    expiresAt: now,
    chains: [],
    variables: toVariables(event, { language: 'vi', isStaff: true }, directory),
  };
}

const common = (event: NotifiableEvent, rule: NotificationRule) => ({
  subject: event,
  rule: rule.id,
  audience: rule.audience,
  template: rule.template,
  class: rule.class,
  urgency: rule.urgency ?? event.urgency ?? 'normal',
});

/** The channels of a chain, those he prefers first. */
export function inPreferredOrder(chain: readonly NoticeChannel[], preferred: readonly NoticeChannel[]): readonly NoticeChannel[] {
  const rank = (channel: NoticeChannel): number => (preferred.includes(channel) ? preferred.indexOf(channel) : preferred.length);
  return chain.toSorted((left, right) => rank(left) - rank(right));
}
