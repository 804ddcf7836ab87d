import { toSchemaName } from '../offsets/schema-name.ts';

/** DDL for a service's own migration: messages a projection could not take, parked in the transaction that passed them by. */
export const deadLetterTables = (schema: string): string => `
CREATE TABLE ${toSchemaName(schema)}.dlq_event (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  projection   text        NOT NULL,
  cluster_id   text        NOT NULL,
  topic_id     text        NOT NULL,
  topic        text        NOT NULL,
  partition    integer     NOT NULL,
  "offset"     bigint      NOT NULL,
  key          text,
  payload      bytea,
  headers      jsonb       NOT NULL,
  published_at timestamptz NOT NULL,
  reason       text        NOT NULL,
  step         text        NOT NULL,
  status       text        NOT NULL DEFAULT 'parked' CHECK (status IN ('parked', 'replayed', 'dropped', 'superseded')),
  parked_at    timestamptz NOT NULL DEFAULT now(),
  attempts     integer     NOT NULL DEFAULT 0,
  last_error   text,
  resolved_at  timestamptz,
  resolved_by  text,
  UNIQUE (projection, cluster_id, topic_id, partition, "offset")
);
CREATE INDEX dlq_event_parked ON ${toSchemaName(schema)}.dlq_event (projection, partition, key) WHERE status = 'parked';
`;

/** Undoes `deadLetterTables`. */
export const dropDeadLetterTables = (schema: string): string => `DROP TABLE ${toSchemaName(schema)}.dlq_event;`;
