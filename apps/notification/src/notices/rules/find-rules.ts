import type { NotificationRule } from '@motcua/contracts';
import type { NotifiableEvent } from '../events/notifiable-event.ts';

/** Rules by the event they wait for; made once a batch. */
export type RuleBook = ReadonlyMap<string, readonly NotificationRule[]>;

export function toRuleBook(rules: readonly NotificationRule[]): RuleBook {
  const book = new Map<string, NotificationRule[]>();
  for (const rule of rules) {
    const known = book.get(rule.event);
    if (known === undefined) book.set(rule.event, [rule]);
    else known.push(rule);
  }
  return book;
}

/**
 * The rules by which an event notifies somebody on a local date: in force, of its clock, and of an audience that the event wants notified.
 * `leader`, `proposer` and `applicant` are never named by an event; for them the rules alone decide.
 */
export function findRules(
  book: RuleBook,
  event: Pick<NotifiableEvent, 'name' | 'clock' | 'tell'>,
  date: string,
): readonly NotificationRule[] {
  return (book.get(event.name) ?? []).filter((rule) => isInForce(rule, date) && isMeant(rule, event));
}

function isMeant({ clock, audience }: NotificationRule, event: Pick<NotifiableEvent, 'clock' | 'tell'>): boolean {
  if (clock !== undefined && clock !== event.clock) return false;
  if (event.tell === null || audience === 'leader' || audience === 'proposer' || audience === 'applicant') return true;
  return event.tell.includes(audience);
}

const isInForce = ({ validFrom, validTo }: NotificationRule, date: string): boolean =>
  validFrom <= date && (validTo === null || date <= validTo);
