import { AuditAlarm, auditAlarmType, auditSealType, PublishedSeal } from '../audit/audit-messages.ts';
import { digitizationEvents } from '../digitization/digitization-event.ts';
import { dossierEvents } from '../dossier/dossier-event.ts';
import { LegacyEvent } from '../dossier/legacy-event.ts';
import { LogProgressEvent, logProgressType } from '../dossier/log-progress.ts';
import type { PublishedSchema } from '../event/define-event.ts';
import { KpiUpdate, kpiUpdateType } from '../kpi/kpi-update.ts';
import { BareNotice, bareNoticeType } from '../notification/bare-notice.ts';
import { ratingGiven } from '../ratings/rating-event.ts';
import { institutionalFigures } from '../reference/institutional-event.ts';
import { referenceEventSchema, referenceKinds, type ReferenceKind } from '../reference/reference-event.ts';
import { slaEvents } from '../sla/sla-event.ts';
import { topics } from '../topics.ts';

/** Every message ever published, by type. A version that was published stays here for ever, with its fixture. */
export const publishedSchemas: readonly PublishedSchema[] = [
  ...dossierEvents.published,
  { type: logProgressType, topic: topics.dossierEvents.name, schema: LogProgressEvent },
  ...(Object.keys(referenceKinds) as ReferenceKind[]).map((kind) => ({
    type: referenceKinds[kind].type,
    topic: referenceKinds[kind].topic,
    schema: referenceEventSchema(kind),
  })),
  ...slaEvents.published,
  institutionalFigures,
  ...digitizationEvents.published,
  ratingGiven,
  { type: kpiUpdateType, topic: topics.kpiUpdates.name, schema: KpiUpdate },
  { type: auditSealType, topic: topics.auditSeals.name, schema: PublishedSeal },
  { type: auditAlarmType, topic: topics.auditAlarms.name, schema: AuditAlarm },
  { type: bareNoticeType, topic: null, schema: BareNotice },
  { type: 'vn.motcua.legacy.dossier-event.v1', topic: null, schema: LegacyEvent },
];
