/**
 * An escalation step that is still to come, as one number (see packed-escalation step.ts): moment in seconds, place on its escalation policy, working minutes left
 * then. Plain SQL, so that the planner writes it out in the statement that fires.
 */
export const escalationFunctions = `
CREATE FUNCTION sla.rung_at(rung bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  'SELECT to_timestamp((rung >> 29)::double precision)';
CREATE FUNCTION sla.rung_place(rung bigint) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  'SELECT ((rung >> 24) & 31)::integer';
CREATE FUNCTION sla.rung_remaining(rung bigint) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  'SELECT (rung & 16777215)::integer - 8388608';
CREATE FUNCTION sla.iso(at timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$SELECT coalesce('"' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null')$$;`;
