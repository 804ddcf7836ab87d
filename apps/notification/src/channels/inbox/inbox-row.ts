import type { InboxItem } from '@motcua/contracts';
import type { TemplateBook } from '../../templates/template-book.ts';

/** A row of `notification.notice` that was shown, as an inbox reads it. */
export interface InboxRow {
  readonly id: string;
  readonly event: string;
  readonly dossier_id: string | null;
  readonly code: string | null;
  readonly source_code: string | null;
  readonly unit: string;
  readonly time_zone: string;
  readonly template: string;
  readonly template_version: number;
  readonly language: 'vi' | 'en';
  readonly urgency: InboxItem['urgency'];
  readonly data: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
  readonly shown_at: Date;
  readonly shown_no: string;
  readonly read_at: Date | null;
  readonly members: number;
}

export const inboxColumns = [
  'id, event, dossier_id, code, source_code, unit, time_zone, template, template_version, language, urgency, data, created_at',
  "shown_at, shown_no, read_at, CASE WHEN is_fold THEN jsonb_array_length(data -> 'dossiers') ELSE 0 END AS members",
].join(', ');

/** The notice in its reader’s language, by the template version it was written with. */
export function toInboxItem(row: InboxRow, templates: TemplateBook): InboxItem {
  const { template, template_version: version, language, data: variables } = row;
  const { subject, text } = templates.render({ template, version, language, channel: 'in-app', variables });
  return {
    id: row.id,
    event: row.event,
    dossierId: row.dossier_id,
    code: row.code,
    sourceCode: row.source_code,
    unit: row.unit,
    template,
    urgency: row.urgency,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    timeZone: row.time_zone,
    title: subject,
    text,
    shownAt: row.shown_at.toISOString(),
    members: row.members,
  };
}
