/**
 * How notices go out: a row a chain of channels, which is the truth; its attempts; what providers said afterwards. `not_before` and
 * `expires_at` stand on the service's clock; `retry_at` and `lease_until` on the server's, because they measure machines and not
 * offices. No row says how a person is reached.
 */
export const deliveryTables = `
CREATE TABLE notification.delivery (
  id               uuid        PRIMARY KEY,
  notice_id        uuid        NOT NULL,
  recipient_kind   text        NOT NULL CHECK (recipient_kind IN ('staff', 'applicant', 'webhook')),
  recipient        text        NOT NULL,
  dossier_id       uuid,
  unit             text        NOT NULL,
  path             text[]      NOT NULL,
  channels         text[]      NOT NULL CHECK (cardinality(channels) > 0),
  channel          text        NOT NULL,
  urgent           boolean     NOT NULL,
  template         text        NOT NULL,
  template_version integer     NOT NULL,
  language         text        NOT NULL CHECK (language IN ('vi', 'en')),
  variables        jsonb       NOT NULL,
  event            jsonb,
  state            text        NOT NULL CHECK (state IN ('pending', 'sending', 'accepted', 'delivered', 'failed', 'expired')),
  attempts         integer     NOT NULL DEFAULT 0,
  channel_attempts integer     NOT NULL DEFAULT 0,
  not_before       timestamptz NOT NULL,
  retry_at         timestamptz,
  expires_at       timestamptz NOT NULL,
  lease_until      timestamptz,
  provider_id      text,
  reason           text,
  created_at       timestamptz NOT NULL DEFAULT notification.clock_now(),
  updated_at       timestamptz NOT NULL DEFAULT notification.clock_now()
);
COMMENT ON COLUMN notification.delivery.channels IS 'The whole chain, in the order of fallback; channel is where it stands.';
COMMENT ON COLUMN notification.delivery.attempts IS 'Number of the newest attempt: who finishes an older one is too late.';
CREATE INDEX delivery_of_notice ON notification.delivery (notice_id);
CREATE INDEX delivery_due ON notification.delivery (channel, urgent DESC, not_before) WHERE state = 'pending';
CREATE INDEX delivery_expiring ON notification.delivery (expires_at) WHERE state = 'pending';
CREATE INDEX delivery_leased ON notification.delivery (lease_until) WHERE state = 'sending';
CREATE INDEX delivery_dead ON notification.delivery (updated_at, id) WHERE state IN ('failed', 'expired');

CREATE TABLE notification.delivery_attempt (
  delivery_id uuid        NOT NULL REFERENCES notification.delivery,
  n           integer     NOT NULL,
  channel     text        NOT NULL,
  at          timestamptz NOT NULL,
  outcome     text        NOT NULL CHECK (outcome IN ('accepted', 'delivered', 'retry', 'refused')),
  reason      text,
  answer      text        NOT NULL,
  provider_id text,
  PRIMARY KEY (delivery_id, n)
);
CREATE INDEX attempt_of_provider ON notification.delivery_attempt (channel, provider_id) WHERE provider_id IS NOT NULL;

CREATE TABLE notification.delivery_callback (
  channel     text        NOT NULL,
  reference   text        NOT NULL,
  outcome     text        NOT NULL CHECK (outcome IN ('delivered', 'failed')),
  reason      text,
  answer      text        NOT NULL,
  at          timestamptz NOT NULL DEFAULT notification.clock_now(),
  received_at timestamptz NOT NULL DEFAULT now(),
  delivery_id uuid        REFERENCES notification.delivery,
  PRIMARY KEY (channel, reference, outcome)
);
COMMENT ON COLUMN notification.delivery_callback.reference IS 'The provider''s id of the message, or ours where it tells that one.';
COMMENT ON COLUMN notification.delivery_callback.delivery_id IS 'Set once it was applied; a callback may come before the answer it follows.';
CREATE INDEX callback_of_delivery ON notification.delivery_callback (delivery_id) WHERE delivery_id IS NOT NULL;
CREATE INDEX callback_waiting ON notification.delivery_callback (received_at) WHERE delivery_id IS NULL;
`;
