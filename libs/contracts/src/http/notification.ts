import { z } from 'zod';
import { Code, IsoInstant, LocalDate, LocalizedName } from '../instant.ts';
import { SlaClock, SlaAudience, Urgency } from '../sla/sla-vocabulary.ts';

/** How a message reaches somebody. */
export const NoticeChannel = z
  .enum(['in-app', 'mail', 'sms', 'zalo', 'webhook'])
  .describe('in-app: the inbox of the console; webhook: a signed event to a subscriber.')
  .meta({ id: 'NoticeChannel' });
export type NoticeChannel = z.infer<typeof NoticeChannel>;

export const NoticeLanguage = z.enum(['vi', 'en']).describe('Language of a message.').meta({ id: 'NoticeLanguage' });
export type NoticeLanguage = z.infer<typeof NoticeLanguage>;

/** Whom a rule tells: `leader` is whoever leads the unit; `applicant` is known by the dossier alone. */
export const NoticeAudience = z
  .enum([...SlaAudience.options, 'leader', 'applicant'])
  .describe('Whom a rule tells.')
  .meta({ id: 'NoticeAudience' });
export type NoticeAudience = z.infer<typeof NoticeAudience>;

/** A chain of channels: the next one is tried where the last one failed for good. */
const chain = z.array(NoticeChannel).min(1).max(5).describe('Channels in the order of fallback.');

/** What a rule waits for: the service and the event’s short name, `sla.breached`, `dossier.received`, `notification.digest`. */
export const NoticeEvent = z
  .string()
  .regex(/^(?:dossier|sla|notification)\.[a-z-]+$/)
  .describe('Service and short name of the event, for example `sla.breached`.');

/** `PUT /v1/notification-rules/{id}`, `GET /v1/notification-rules`: event × audience → channels, urgency, template, class. */
export const NotificationRule = z
  .strictObject({
    id: Code.describe('Name of the rule.'),
    event: NoticeEvent,
    clock: SlaClock.optional().describe('Only alerts of this clock; absent: of every clock.'),
    audience: NoticeAudience,
    channels: z
      .array(chain)
      .min(1)
      .max(5)
      .describe('Each chain is sent by itself; within a chain the next channel follows a failure.'),
    urgency: Urgency.optional().describe('Absent: what the event says, else normal.'),
    template: Code.describe('Template id.'),
    class: z.enum(['mandatory', 'optional']).describe('A mandatory notice cannot be muted.'),
    expiresAfterHours: z.number().int().min(1).max(8760).describe('A message that was not sent by then is not sent any more.'),
    validFrom: LocalDate.describe('First day on which the rule holds, in the unit’s zone.'),
    validTo: LocalDate.nullable().describe('Last day on which it holds; null: until further notice.'),
  })
  .describe('Who is told of what, how, and by which template.')
  .meta({ id: 'NotificationRule' });
export type NotificationRule = z.infer<typeof NotificationRule>;

export const NotificationRuleList = z
  .object({ rules: z.array(NotificationRule) })
  .describe('Every rule.')
  .meta({ id: 'NotificationRuleList' });
export type NotificationRuleList = z.infer<typeof NotificationRuleList>;

export const StaffRole = z
  .enum(['counter-officer', 'specialist', 'head', 'leader'])
  .describe('What somebody does in his unit.')
  .meta({ id: 'StaffRole' });
export type StaffRole = z.infer<typeof StaffRole>;

export const StaffPreferences = z
  .strictObject({
    mute: z.array(Code).max(50).describe('Templates he does not want; only notices of an optional class obey.'),
    channels: z
      .array(NoticeChannel)
      .max(5)
      .describe('Channels he would rather be reached by, best first; empty: as the rules say.'),
    digest: z.boolean().describe('Whether he gets the daily digest.'),
  })
  .describe('What somebody wants to be told, and how.')
  .meta({ id: 'StaffPreferences' });
export type StaffPreferences = z.infer<typeof StaffPreferences>;

const staffFields = {
  name: z.string().min(1).max(200).describe('Name for people.'),
  unit: Code.describe('The unit he works in.'),
  role: StaffRole,
  mail: z.email().nullable().describe('Official mailbox; null: none.'),
  phone: z
    .string()
    .regex(/^\+?\d{8,15}$/)
    .nullable()
    .describe('Official telephone number; null: none.'),
  zalo: z.string().min(1).max(100).nullable().describe('Zalo number; null: none.'),
  language: NoticeLanguage,
  active: z.boolean().describe('false: has left, is told nothing.'),
};

/** `PUT /v1/staff/{id}`: the id is the `sub` of his token and the officer of a dossier. */
export const PutStaffMember = z
  .strictObject({ ...staffFields, preferences: StaffPreferences.optional().describe('Absent: his own stay as they are.') })
  .describe('Somebody who is told things.')
  .meta({ id: 'PutStaffMember' });
export type PutStaffMember = z.infer<typeof PutStaffMember>;

/** `GET /v1/staff/{id}`, `GET /v1/staff?unit=` */
export const StaffMember = z
  .object({ id: Code.describe('Staff id.'), ...staffFields, preferences: StaffPreferences })
  .describe('Somebody who is told things.')
  .meta({ id: 'StaffMember' });
export type StaffMember = z.infer<typeof StaffMember>;

export const StaffPage = z
  .object({
    unit: z.string().describe('Unit whose subtree is listed.'),
    staff: z.array(StaffMember),
    next: z.string().nullable(),
  })
  .describe('A page of the staff directory, by id.')
  .meta({ id: 'StaffPage' });
export type StaffPage = z.infer<typeof StaffPage>;

/** `PUT /v1/targets/{unit}/{indicator}`, `GET /v1/targets?unit=`: below it, head and leader are told. */
export const PutTarget = z
  .strictObject({
    target: z.number().gt(0).max(1).describe('Share that is aimed at, for example 0.95.'),
    validFrom: LocalDate,
    validTo: LocalDate.nullable(),
  })
  .describe('A target of a unit.')
  .meta({ id: 'PutTarget' });
export type PutTarget = z.infer<typeof PutTarget>;

export const Target = z
  .object({
    unit: z.string(),
    indicator: z.string().describe('Id of a rate, for example `on-time.766`.'),
    ...PutTarget.shape,
    state: z.enum(['unknown', 'met', 'missed']).describe('As last read from the board; missed: head and leader were told.'),
    value: z.number().nullable().describe('The figure of this month as last read.'),
    period: z.string().nullable().describe('The month it was read for, YYYY-MM.'),
    checkedAt: IsoInstant.nullable(),
  })
  .describe('A target of a unit, and how it stands.')
  .meta({ id: 'Target' });
export type Target = z.infer<typeof Target>;

export const TargetList = z
  .object({ targets: z.array(Target) })
  .describe('Targets.')
  .meta({ id: 'TargetList' });
export type TargetList = z.infer<typeof TargetList>;

export const DeliveryState = z
  .enum(['pending', 'sending', 'accepted', 'delivered', 'failed', 'expired'])
  .describe('accepted: the provider took it; delivered: it says that it arrived.')
  .meta({ id: 'DeliveryState' });
export type DeliveryState = z.infer<typeof DeliveryState>;

export const DeliveryAttempt = z
  .object({
    at: IsoInstant,
    channel: NoticeChannel,
    outcome: z.enum(['accepted', 'delivered', 'retry', 'refused']).describe('What became of the attempt.'),
    answer: z.string().describe('The provider’s own words, without personal data.'),
  })
  .describe('One attempt to send.')
  .meta({ id: 'DeliveryAttempt' });
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;

/** How a notice went out: one chain of channels. */
export const DeliveryView = z
  .object({
    id: z.uuid().describe('Also what the provider is given to tell a repetition.'),
    channel: NoticeChannel.describe('The channel it went, or goes, by.'),
    state: DeliveryState,
    attempts: z.array(DeliveryAttempt),
    reason: z.string().nullable().describe('Why it failed or expired, as a code.'),
    templateId: z.string(),
    templateVersion: z.number().int(),
    language: NoticeLanguage,
    notBefore: IsoInstant.nullable().describe('It waits until then: the unit’s next opening.'),
    expiresAt: IsoInstant,
  })
  .describe('How a notice went out.')
  .meta({ id: 'DeliveryView' });
export type DeliveryView = z.infer<typeof DeliveryView>;

export const NoticeRecipient = z
  .object({
    kind: z
      .enum(['staff', 'applicant', 'webhook', 'nobody'])
      .describe(
        'applicant: the contact stays in dossier-intake; nobody: no such person is in the directory, the notice is unaddressed.',
      ),
    id: z.string().describe('Staff id, `applicant`, subscription id, or the unit in which nobody was found.'),
  })
  .describe('Who was told.')
  .meta({ id: 'NoticeRecipient' });
export type NoticeRecipient = z.infer<typeof NoticeRecipient>;

const noticeFields = {
  id: z.uuid(),
  event: z.string().describe('What it is about, `sla.breached`.'),
  dossierId: z.uuid().nullable(),
  code: z.string().nullable().describe('Dossier code.'),
  sourceCode: z.string().nullable().describe('The code in the system it was imported from.'),
  unit: z.string().describe('Responsible unit.'),
  template: z.string().describe('Template id.'),
  urgency: Urgency,
  createdAt: IsoInstant.describe('When it was decided that he is told.'),
  readAt: IsoInstant.nullable().describe('When he read it in his inbox.'),
  timeZone: z.string().describe('IANA zone in which people read its moments.'),
};

/** A notice with its proof: who was told what, why, when, by which template version, with what answer. */
export const Notice = z
  .object({
    ...noticeFields,
    eventId: z.string().describe('The event behind it.'),
    rule: z.string().describe('The rule that told him.'),
    audience: NoticeAudience.nullable().describe('null: a subscriber’s webhook.'),
    recipient: NoticeRecipient,
    why: z.string().nullable().describe('Clock and rung, or the change behind it, as a code: `dossier/breach`.'),
    class: z.enum(['mandatory', 'optional']),
    foldedInto: z.uuid().nullable().describe('The notice in whose list this one was told: there were many alike.'),
    deliveries: z.array(DeliveryView).describe('Of a folded notice: those of the notice it was folded into.'),
  })
  .describe('A notice with its proof of delivery.')
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

/** `GET /v1/notices?dossier=|recipient=|unit=&event=&cursor=&limit=`, newest first; `/v1/notices/export` the same as CSV. */
export const NoticePage = z
  .object({ notices: z.array(Notice), next: z.string().nullable().describe('Cursor of the next page; null: this is the last.') })
  .describe('A page of notices.')
  .meta({ id: 'NoticePage' });
export type NoticePage = z.infer<typeof NoticePage>;

/** A line of an inbox, in the reader’s language. */
export const InboxItem = z
  .object({
    ...noticeFields,
    title: z.string(),
    text: z.string(),
    shownAt: IsoInstant.describe('When it came into the inbox.'),
    members: z.number().int().min(0).describe('How many notices alike it stands for; 0: itself alone.'),
  })
  .describe('A notice in somebody’s inbox.')
  .meta({ id: 'InboxItem' });
export type InboxItem = z.infer<typeof InboxItem>;

/** `GET /v1/inbox?unread=true&cursor=&limit=`: of the token’s subject, newest first. */
export const InboxPage = z
  .object({
    unread: z.number().int().min(0).describe('How many are unread in all.'),
    items: z.array(InboxItem),
    next: z.string().nullable(),
  })
  .describe('A page of an inbox.')
  .meta({ id: 'InboxPage' });
export type InboxPage = z.infer<typeof InboxPage>;

/** `GET /v1/inbox/live` (SSE), event `inbox`: what came in since the last message; its id resumes by Last-Event-ID. */
export const InboxMessage = z
  .object({
    unread: z.number().int().min(0),
    items: z.array(InboxItem).describe('What came in, oldest first; of very many the newest 50, the rest is in the inbox.'),
  })
  .describe('What came into an inbox.')
  .meta({ id: 'InboxMessage' });
export type InboxMessage = z.infer<typeof InboxMessage>;

/** A delivery that failed or expired. */
export const DeadDelivery = z
  .object({
    ...DeliveryView.shape,
    noticeId: z.uuid(),
    recipient: NoticeRecipient,
    dossierId: z.uuid().nullable(),
    unit: z.string(),
    failedAt: IsoInstant,
  })
  .describe('A delivery that failed or expired.')
  .meta({ id: 'DeadDelivery' });
export type DeadDelivery = z.infer<typeof DeadDelivery>;

/** `GET /v1/deliveries/dead?reason=&channel=&unit=&cursor=&limit=` */
export const DeadDeliveryPage = z
  .object({
    reasons: z.array(z.object({ reason: z.string(), count: z.number().int() })).describe('How many there are by reason, in all.'),
    deliveries: z.array(DeadDelivery),
    next: z.string().nullable(),
  })
  .describe('A page of dead deliveries.')
  .meta({ id: 'DeadDeliveryPage' });
export type DeadDeliveryPage = z.infer<typeof DeadDeliveryPage>;

/** `POST /v1/deliveries/{id}/retry`, `POST /v1/deliveries/retry {reason}` */
export const RetryDeliveries = z
  .strictObject({ reason: z.string().min(1).max(100).describe('Every dead delivery with this reason is sent anew.') })
  .describe('Which dead deliveries are sent anew.')
  .meta({ id: 'RetryDeliveries' });
export type RetryDeliveries = z.infer<typeof RetryDeliveries>;

export const RetriedDeliveries = z
  .object({ retried: z.number().int().min(0) })
  .describe('How many deliveries are sent anew.')
  .meta({ id: 'RetriedDeliveries' });
export type RetriedDeliveries = z.infer<typeof RetriedDeliveries>;

/** `GET /v1/notification-templates` */
export const TemplateList = z
  .object({
    templates: z.array(
      z.object({
        id: z.string(),
        version: z.number().int().describe('The newest version.'),
        audience: z.enum(['staff', 'applicant']),
        name: LocalizedName,
        variables: z.array(z.string()).describe('Names of its variables.'),
        channels: z.array(NoticeChannel),
        languages: z.array(NoticeLanguage),
      }),
    ),
  })
  .describe('Every template.')
  .meta({ id: 'TemplateList' });
export type TemplateList = z.infer<typeof TemplateList>;

/** `POST /v1/notification-templates/{id}/preview` */
export const PreviewTemplate = z
  .strictObject({
    language: NoticeLanguage,
    channel: NoticeChannel.optional().describe('Absent: mail.'),
    version: z.number().int().min(1).optional().describe('Absent: the newest.'),
    variables: z.record(z.string(), z.unknown()).optional().describe('Absent: the template’s sample.'),
  })
  .describe('What to preview.')
  .meta({ id: 'PreviewTemplate' });
export type PreviewTemplate = z.infer<typeof PreviewTemplate>;

export const TemplatePreview = z
  .object({
    id: z.string(),
    version: z.number().int(),
    language: NoticeLanguage,
    channel: NoticeChannel,
    subject: z.string(),
    text: z.string(),
    html: z.string().nullable(),
    sms: z
      .object({
        encoding: z.enum(['GSM-7', 'Unicode']),
        segments: z.number().int(),
        characters: z.number().int(),
      })
      .nullable()
      .describe('What it costs as a short message; null: the channel is none.'),
  })
  .describe('A rendered template.')
  .meta({ id: 'TemplatePreview' });
export type TemplatePreview = z.infer<typeof TemplatePreview>;
