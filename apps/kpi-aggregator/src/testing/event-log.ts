import type { Pool } from 'pg';
import type { EnrichmentLog } from '../verify/logs/enrichment-log.ts';
import type { BuiltInstitutional } from './institutional.builder.ts';
import type { BuiltRating } from './rating.builder.ts';
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

/** The ratings of dossier-intake; wants its event log. */
export async function createRatingLog(admin: Pool): Promise<void> {
  await admin.query(`
    CREATE TABLE intake.rating_log (position bigint GENERATED ALWAYS AS IDENTITY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
      dossier_id uuid NOT NULL UNIQUE, body jsonb NOT NULL);
    GRANT SELECT ON intake.rating_log TO motcua_kpi;`);
}

/** What this service reads of the catalogue, likewise. */
export async function createInstitutionalLog(admin: Pool): Promise<void> {
  await admin.query(`
    CREATE SCHEMA catalogue;
    CREATE TABLE catalogue.institutional_log (position bigint GENERATED ALWAYS AS IDENTITY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
      code text NOT NULL, body jsonb NOT NULL);
    CREATE TABLE catalogue.relay_position (relay text PRIMARY KEY, xid xid8 NOT NULL, position bigint NOT NULL);
    GRANT USAGE ON SCHEMA catalogue TO motcua_kpi;
    GRANT SELECT ON ALL TABLES IN SCHEMA catalogue TO motcua_kpi;`);
}

/** Appends ratings and moves their relay past them. */
export async function appendToRatingLog(admin: Pool, ratings: readonly BuiltRating[]): Promise<void> {
  await admin.query('INSERT INTO intake.rating_log (dossier_id, body) SELECT * FROM unnest($1::uuid[], $2::jsonb[])', [
    ratings.map(({ key }) => key),
    ratings.map(({ value }) => value),
  ]);
  await moveRelay(admin, { schema: 'intake', relation: 'rating_log', relay: 'ratings' });
}

/** Appends events of institutional figures, likewise. */
export async function appendToInstitutionalLog(admin: Pool, events: readonly BuiltInstitutional[]): Promise<void> {
  await admin.query('INSERT INTO catalogue.institutional_log (code, body) SELECT * FROM unnest($1::text[], $2::jsonb[])', [
    events.map(({ key }) => key),
    events.map(({ value }) => value),
  ]);
  await moveRelay(admin, { schema: 'catalogue', relation: 'institutional_log', relay: 'reference' });
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
  await moveRelay(admin, { schema, relation: 'event_log', relay: 'events' });
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
  await moveRelay(admin, { schema: 'intake', relation: 'event_log', relay: 'events' });
}

async function moveRelay(
  admin: Pool,
  { schema, relation, relay }: Pick<EnrichmentLog, 'schema' | 'relation' | 'relay'>,
): Promise<void> {
  await admin.query(
    `INSERT INTO ${schema}.relay_position SELECT $1, xid, position FROM ${schema}.${relation} ORDER BY xid DESC, position DESC LIMIT 1
     ON CONFLICT (relay) DO UPDATE SET xid = excluded.xid, position = excluded.position`,
    [relay],
  );
}
