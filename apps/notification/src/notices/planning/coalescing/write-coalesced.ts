import type { Queryable } from '@motcua/postgres';
import type { UnitDirectory } from '../../../people/unit-directory.ts';
import type { NoticeDraft } from '../notice-draft.ts';
import { inLanguage } from '../to-variables.ts';
import type { NoticeSubject } from '../../events/notifiable-event.ts';
import { writeNotices, type WrittenNotice } from '../write-notices.ts';

export interface CoalesceOptions {
  /** By the database’s clock. */
  readonly now: number;
  readonly directory: UnitDirectory;
  readonly versionOf: (template: string) => number;
}

interface MemberRow {
  readonly id: string;
  readonly data: { readonly code?: string; readonly procedure?: string; readonly due?: string; readonly breachedDue?: string };
}

const toLine = ({ id, data: { code, procedure, due, breachedDue } }: MemberRow) => ({
  code: code ?? id,
  procedure: procedure ?? '',
  due: due ?? breachedDue ?? null,
});

/** Takes the members’ deliveries away (they were locked and had not begun; new members have none) and points them at the list. */
async function takeIn(database: Queryable, list: string, members: readonly string[]): Promise<void> {
  await database.query(`DELETE FROM notification.delivery WHERE notice_id = ANY ($1)`, [members]);
  await database.query(`UPDATE notification.notice SET folded_into = $1 WHERE id = ANY ($2)`, [list, members]);
}

async function listMembers(database: Queryable, members: readonly string[]) {
  const rows = await database.query<MemberRow>(`SELECT id, data FROM notification.notice WHERE id = ANY ($1) ORDER BY position`, [
    members,
  ]);
  return rows.map(toLine);
}

/** More members for a list that waits. */
export async function joinCoalesced(database: Queryable, list: string, members: readonly string[]): Promise<void> {
  const lines = JSON.stringify(await listMembers(database, members));
  const longer = (column: string): string => `jsonb_set(${column}, '{dossiers}', (${column} -> 'dossiers') || $2::jsonb)`;
  await database.query(`UPDATE notification.notice SET data = ${longer('data')} WHERE id = $1`, [list, lines]);
  await database.query(`UPDATE notification.delivery SET variables = ${longer('variables')} WHERE notice_id = $1`, [list, lines]);
  await takeIn(database, list, members);
}

/** What a list can be of; the template has a word for each. */
const alerts = new Set(['due-soon', 'breached', 'recovered', 'proposal-waiting', 'proposal-decided']);

/** A notice that stands for its members, with their channels. */
export async function beginCoalescing(
  database: Queryable,
  { draft }: WrittenNotice,
  members: readonly string[],
  { sendAt, directory, now, versionOf }: CoalesceOptions & { readonly sendAt: number },
): Promise<WrittenNotice | undefined> {
  const { language, template } = draft;
  const subject = toSubject(draft, members, directory);
  const list: NoticeDraft = {
    ...draft,
    subject,
    template: 'storm-fold',
    sendAt,
    expiresAt: draft.expiresAt + (sendAt - draft.sendAt),
    variables: {
      timeZone: subject.timeZone,
      unit: inLanguage(directory.nameOf(subject.unit), language),
      alert: alerts.has(template) ? template : 'other',
      dossiers: await listMembers(database, members),
    },
    isCoalesced: true,
  };
  const [written] = await writeNotices(database, [list], { now, versionOf });
  if (written !== undefined) await takeIn(database, written.id, members);
  return written;
}

/** A list belongs to the unit of who is notified: its members may be of several units below, and nobody there may see them all. */
function toSubject(
  { subject, home, template }: NoticeDraft,
  members: readonly string[],
  directory: UnitDirectory,
): NoticeSubject {
  const unit = home ?? subject.unit;
  const place = subject.path.indexOf(unit);
  return {
    id: `fold/${members[0] ?? ''}`,
    name: 'notification.storm-fold',
    why: template,
    dossier: null,
    unit,
    path: place < 0 ? directory.pathOf(unit) : subject.path.slice(0, place + 1),
    timeZone: subject.timeZone,
  };
}
