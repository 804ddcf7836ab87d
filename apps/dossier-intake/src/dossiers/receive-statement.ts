/**
 * Receiving a new dossier is one statement: serial, event, state, applicant and what is proposed commit together, and one round trip does it. The code
 * is made in the database, so it is put into state and event there: `$5` is a text that occurs nowhere else.
 */
export const receiveStatement = {
  name: 'dossier.receive',
  text: `WITH serial AS (
      INSERT INTO code_serial AS s (prefix, day, last) VALUES ($1, $2::date, 1)
      ON CONFLICT (prefix, day) DO UPDATE SET last = s.last + 1 RETURNING last),
    given AS (SELECT $3 || lpad(last::text, greatest(4, length(last::text)), '0') AS code, $4::uuid AS dossier_id FROM serial),
    state AS (
      INSERT INTO dossier (dossier_id, version, state, code, origin, source_code, responsible_unit, handling_unit, path, status,
        current_due, occurred_at, recorded_at)
      SELECT dossier_id, 1, replace($6, $5, code)::json, code, $7, NULL, $8, $8, $9::text[], $10, $11, $12, $13 FROM given),
    written AS (
      INSERT INTO event (dossier_id, version, type, source, event_id, occurred_at, recorded_at, actor, body)
      SELECT dossier_id, 1, $14, $15, $16, $12, $13, $17, replace($18, $5, code) FROM given RETURNING xid, position),
    person AS (
      INSERT INTO applicant (dossier_id, key_id, name, id_number, phone, email, address, id_number_hash, phone_hash,
        language, zalo_consent, hash_key_id)
      SELECT dossier_id, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $30 FROM given WHERE $20::bytea IS NOT NULL),
    linked AS (
      INSERT INTO look_up_token (token_hash, dossier_id, nonce, made_with, made_at) SELECT $31, dossier_id, $32, $33, $13 FROM given),
    proposed AS (
      INSERT INTO proposal (dossier_id, version, made_at, lapses_at)
      SELECT dossier_id, 1, $13, $29::timestamptz FROM given WHERE $29::timestamptz IS NOT NULL)
    SELECT code FROM given, written`,
};

const takeSerial = {
  name: 'code.take',
  text: `INSERT INTO code_serial AS s (prefix, day, last) VALUES ($1, $2::date, 1)
    ON CONFLICT (prefix, day) DO UPDATE SET last = s.last + 1
    RETURNING $3 || lpad(last::text, greatest(4, length(last::text)), '0') AS code`,
};
export { takeSerial };
