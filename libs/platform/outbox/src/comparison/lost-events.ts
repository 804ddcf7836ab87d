import { clusterTimelineSql } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { RecordSummary } from './record-identity.ts';

/** An event that lies in Kafka and is not in the event table: this database never had it, or has lost it. */
export interface LostEvent extends RecordSummary {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly foundAt: string;
  readonly settledAt: string | null;
}

export interface TopicAgreement {
  readonly topic: string;
  /** Whether the log was compared with the table since this cluster was restored or failed over, and nothing is left to be settled. */
  readonly agrees: boolean;
  readonly agreedAt: string;
}

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** In the order of the log. @param pool of an administrator */
export async function listLostEvents(pool: Pool, schema: string): Promise<LostEvent[]> {
  const { rows } = await pool.query<LostEvent>(
    `SELECT topic, partition, "offset"::text, key, event_id AS "eventId", type, version, occurred_at AS "occurredAt", recorded_at AS "recordedAt",
            ${iso('found_at')} AS "foundAt", ${iso('settled_at')} AS "settledAt"
     FROM ${schema}.orphaned_record WHERE key IS NOT NULL ORDER BY topic, coalesce(recorded_at, occurred_at), partition, orphaned_record."offset"`,
  );
  return rows;
}

export async function listAgreements(pool: Pool, schema: string): Promise<TopicAgreement[]> {
  const { rows } = await pool.query<TopicAgreement>(
    `SELECT topic, ${iso('agreed_at')} AS "agreedAt",
            cluster = ${clusterTimelineSql}
            AND NOT EXISTS (SELECT FROM ${schema}.orphaned_record AS o WHERE o.topic = log_agreement.topic AND settled_at IS NULL) AS agrees
     FROM ${schema}.log_agreement ORDER BY topic`,
  );
  return rows;
}

/**
 * From now on they are void: the relay goes on when it is started, and consumers pass over them.
 *
 * @param pool of an administrator
 * @returns events
 */
export async function settleLostEvents(pool: Pool, schema: string): Promise<number> {
  const { rows } = await pool.query<{ isEvent: boolean }>(
    `UPDATE ${schema}.orphaned_record SET settled_at = now() WHERE settled_at IS NULL RETURNING key IS NOT NULL AS "isEvent"`,
  );
  return rows.filter(({ isEvent }) => isEvent).length;
}
