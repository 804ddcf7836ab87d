/**
 * Subscriptions to events. The secret is kept as it is: a signature is made with it each time. It is read by sending alone, and shown once.
 */
export const webhookTable = `
CREATE TABLE notification.webhook (
  id         text        PRIMARY KEY,
  url        text        NOT NULL,
  events     text[]      NOT NULL,
  unit       text        NOT NULL,
  secret     text        NOT NULL,
  created_by text        NOT NULL,
  created_at timestamptz NOT NULL DEFAULT notification.clock_now(),
  updated_at timestamptz NOT NULL DEFAULT notification.clock_now()
);
`;
