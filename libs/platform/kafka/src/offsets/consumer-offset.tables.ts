import { toSchemaName } from './schema-name.ts';

/**
 * DDL for a service's own migration: where each projection stands. One row per projection and partition *incarnation*: another
 * cluster or a re-created topic has other ids, so its offsets are never mixed up with the old ones.
 */
export const consumerOffsetTables = (schema: string): string => `
CREATE TABLE ${toSchemaName(schema)}.consumer_offset (
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

/** Undoes `consumerOffsetTables`. */
export const dropConsumerOffsetTables = (schema: string): string => `DROP TABLE ${toSchemaName(schema)}.consumer_offset;`;
