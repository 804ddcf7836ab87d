/** Operations whose texts are made to be published: an administrator's reference data, which describe no person. */
export const publishedOperations: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['units', 'procedures', 'calendars', 'rule-sets'].flatMap((kind) => [
      [`PUT /v1/${kind}`, 'names for people, on ref topics and on every page'],
      [`PUT /v1/${kind}/{code}`, 'names for people, on ref topics and on every page'],
    ]),
  ),
  'PUT /v1/staff': 'a staff id says in every event who is in charge; names and addresses are notification’s',
  'PUT /v1/staff/{code}': 'a staff id says in every event who is in charge; names and addresses are notification’s',
  'PUT /v1/reasons': 'the codes that are published in place of words (ADR 28)',
  'PUT /v1/reasons/{code}': 'the codes that are published in place of words (ADR 28)',
  'PUT /v1/institutional-figures/{kind}/{unit}': 'the evidence that the report quotes',
  'POST /v1/calendar-changes': 'a calendar, as it is published',
  'POST /v1/reforms': 'units and staff ids, as they are published',
};

/** Operations that no person can ask for: services ask each other, with their keys, and the gateway does not know them. */
export const innerOperations: Readonly<Record<string, string>> = {
  'POST /v1/one-time-codes': 'dossier-intake has digits sent; the address is asked of it and written down nowhere (ADR 40)',
};

/**
 * Fields that name a thing elsewhere: another name would be another thing (ADR 28, consequences). Of a message it is the provider, known
 * by its signature, who names it.
 */
export const identities: Readonly<Record<string, readonly string[]>> = {
  'POST /v1/events': ['id', 'source', 'data.sourceCode'],
  'POST /v1/import-sessions': ['source'],
  'POST /v1/rating-imports': ['ratings.0.origin', 'ratings.0.sourceCode'],
  'POST /v1/callbacks/sms': ['SMSID', 'RequestId'],
  'POST /v1/callbacks/zalo': ['message.msg_id', 'message.tracking_id'],
  'POST /v1/accounts': ['id', 'posts.0.unit'],
  'PUT /v1/figure-reports/{id}': ['about.unit', 'about.indicator', 'about.figure', 'about.key'],
  'PUT /v1/recommendations/{id}': ['unit', 'owner', 'figure'],
  'PUT /v1/accounts/{id}/posts': ['posts.0.unit'],
  'POST /v1/digitization-imports': ['documents.0.source', 'documents.0.sourceCode', 'documents.0.archive.system'],
};

/** Fields that are there to keep how somebody is reached, or where something lies, with the columns that keep them. */
export const kept: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'PUT /v1/staff/{id}/contact': {
    name: 'notification.staff.name',
    mail: 'notification.staff.mail',
    phone: 'notification.staff.phone',
    zalo: 'notification.staff.zalo',
  },
  // Somebody's own words about a figure, for the administrator alone; each look at them is in the audit log (ADR 43).
  'PUT /v1/figure-reports/{id}': { words: 'catalogue.figure_report.words' },
  'PUT /v1/figure-reports/{id}/answer': { words: 'catalogue.figure_report.answer' },
  // Why a month was closed although something was missing stands beside its figures, for whoever relies on them (ADR 62).
  'POST /v1/period-closes': { overrideReason: 'kpi.period_close.override_reason' },
  // What a delegation wrote and what was answered, with the documents of both; each look at them is in the audit log (ADR 63).
  'PUT /v1/recommendations/{id}': {
    words: 'catalogue.recommendation.words',
    'source.documentNumber': 'catalogue.recommendation.document_number',
  },
  'PUT /v1/recommendations/{id}/steps/{step}': { words: 'catalogue.recommendation_step.words' },
  'POST /v1/accounts': { displayName: 'identity.account.display_name' },
  'PUT /v1/webhooks/{id}': { url: 'notification.webhook.url' },
  'POST /v1/digitization-imports': { 'documents.0.archive.href': 'digitization.file.held_href' },
};
