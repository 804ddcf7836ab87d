import type { Pool } from 'pg';
import type { BuiltEvent } from './snapshot.builder.ts';
import type { BuiltDigitization } from './digitization.builder.ts';
import type { BuiltOverdueCause } from './overdue-cause.builder.ts';

/** What this service reads of dossier-intake, as its views show it. Wants a superuser's connection. */
export async function createEventLog(admin: Pool): Promise<void> {
  await admin.query(`
    CREATE SCHEMA intake;
    CREATE TABLE intake.event_log (position bigint GENERATED ALWAYS AS IDENTITY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
      dossier_id uuid NOT NULL, version integer NOT NULL, type text NOT NULL, recorded_at timestamptz NOT NULL, body jsonb NOT NULL,
      PRIMARY KEY (dossier_id, version));
    CREATE TABLE intake.relay_position (relay text PRIMARY KEY, xid xid8 NOT NULL, position bigint NOT NULL);
    GRANT USAGE ON SCHEMA intake TO motcua_kpi;
    GRANT SELECT ON ALL TABLES IN SCHEMA intake TO motcua_kpi;`);
}

/** What this service reads of sla-timer, likewise. */
export async function createCauseLog(admin: Pool): Promise<void> {
  await admin.query(`
    CREATE SCHEMA sla;
    CREATE TABLE sla.event_log (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
      dossier_id uuid, type text NOT NULL, body jsonb NOT NULL);
    CREATE TABLE sla.relay_position (relay text PRIMARY KEY, xid xid8 NOT NULL, position bigint NOT NULL);
    GRANT USAGE ON SCHEMA sla TO motcua_kpi;
    GRANT SELECT ON ALL TABLES IN SCHEMA sla TO motcua_kpi;`);
}

/** What this service reads of digitization-tracker, likewise. */
export async function createDocumentLog(admin: Pool): Promise<void> {
  await admin.query(`
    CREATE SCHEMA digitization;
    CREATE TABLE digitization.event_log (position bigint GENERATED ALWAYS AS IDENTITY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
      dossier_id uuid NOT NULL, type text NOT NULL, body jsonb NOT NULL, PRIMARY KEY (xid, position));
    CREATE TABLE digitization.relay_position (relay text PRIMARY KEY, xid xid8 NOT NULL, position bigint NOT NULL);
    GRANT USAGE ON SCHEMA digitization TO motcua_kpi;
    GRANT SELECT ON ALL TABLES IN SCHEMA digitization TO motcua_kpi;`);
}

/** Appends overdue causes and moves the relay past them, as if it had published them. */
export async function appendToCauseLog(admin: Pool, causes: readonly BuiltOverdueCause[]): Promise<void> {
  await appendToEnrichmentLog(admin, 'sla', causes);
}

/** Appends digitization events, likewise. */
export async function appendToDocumentLog(admin: Pool, events: readonly BuiltDigitization[]): Promise<void> {
  await appendToEnrichmentLog(admin, 'digitization', events);
}

async function appendToEnrichmentLog(
  admin: Pool,
  schema: 'sla' | 'digitization',
  events: readonly BuiltOverdueCause[],
): Promise<void> {
  await admin.query(
    `INSERT INTO ${schema}.event_log (dossier_id, type, body) SELECT * FROM unnest($1::uuid[], $2::text[], $3::jsonb[])`,
    [events.map(({ key }) => key), events.map(({ type }) => type), events.map(({ value }) => value)],
  );
  await moveRelay(admin, schema);
}

/** Appends events and moves the relay past them, as if it had published them. */
export async function appendToEventLog(admin: Pool, events: readonly BuiltEvent[]): Promise<void> {
  await admin.query(
    `INSERT INTO intake.event_log (dossier_id, version, type, recorded_at, body)
     SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::jsonb[])`,
    [
      events.map(({ snapshot }) => snapshot.dossierId),
      events.map(({ snapshot }) => snapshot.dossierVersion),
      events.map(({ type }) => type),
      events.map(({ snapshot }) => snapshot.recordedAt),
      events.map(({ value }) => value),
    ],
  );
  await moveRelay(admin, 'intake');
}

async function moveRelay(admin: Pool, schema: 'intake' | 'sla' | 'digitization'): Promise<void> {
  await admin.query(
    `INSERT INTO ${schema}.relay_position SELECT 'events', xid, position FROM ${schema}.event_log ORDER BY xid DESC, position DESC LIMIT 1
     ON CONFLICT (relay) DO UPDATE SET xid = excluded.xid, position = excluded.position`,
  );
}
