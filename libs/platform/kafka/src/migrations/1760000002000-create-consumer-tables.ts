import { schemaOf } from '@motcua/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toSchemaName } from '../offsets/schema-name.ts';

/**
 * Frozen: whatever changes comes in a migration behind it. Where each projection stands. One row per projection and partition *incarnation*: another
 * cluster or a re-created topic has other ids, so its offsets are never mixed up with the old ones.
 */
export const consumerOffsetTables = (schema: string): string => `
CREATE TABLE IF NOT EXISTS ${toSchemaName(schema)}.consumer_offset (
  projection  text        NOT NULL,
  cluster_id  text        NOT NULL,
  topic_id    text        NOT NULL,
  partition   integer     NOT NULL,
  topic       text        NOT NULL,
  next_offset bigint      NOT NULL CHECK (next_offset >= 0),
  epoch       bigint      NOT NULL,
  owner       text        NOT NULL,
  moved_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (projection, cluster_id, topic_id, partition)
) WITH (fillfactor = 50);
COMMENT ON COLUMN ${toSchemaName(schema)}.consumer_offset.epoch IS 'Grows with every claim; an owner with an older one is refused.';
`;

/** Frozen likewise: messages a projection could not take, parked in the transaction that passed them by. */
export const deadLetterTables = (schema: string): string => `
CREATE TABLE IF NOT EXISTS ${toSchemaName(schema)}.dlq_event (
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
CREATE INDEX IF NOT EXISTS dlq_event_parked ON ${toSchemaName(schema)}.dlq_event (projection, partition, key) WHERE status = 'parked';
`;

/** Offsets and parked messages. Services that had them before are left as they are. */
export class CreateConsumerTables1760000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const schema = schemaOf(runner);
    await runner.query(consumerOffsetTables(schema));
    await runner.query(deadLetterTables(schema));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${schemaOf(runner)}.dlq_event, ${schemaOf(runner)}.consumer_offset`);
  }
}
