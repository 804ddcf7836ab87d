import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeyRotation, KeysInUse } from '@motcua/contracts';
import { ColumnCipher } from '@motcua/postgres';
import { EncryptedTables, TableRotation } from '@motcua/service';
import { randomBytes } from 'node:crypto';
import { OidcRecordAdapter } from '../provider/oidc-record.adapter.ts';
import { createIdentityFixture, type IdentityFixture } from '../testing/identity-fixture.ts';

let fixture: IdentityFixture;
beforeAll(async () => {
  fixture = await createIdentityFixture();
}, 90_000);
afterAll(() => fixture.close());

describe('the keys of second factors and sessions', () => {
  it('are known of every column that is sealed', async () => {
    const { rows } = await fixture.own.pool.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'identity' AND column_name LIKE '%key_id' ORDER BY 1`,
    );
    const tables = fixture.app.get(EncryptedTables).list();
    expect(tables.map(({ table, keyId }) => `${table}.${keyId}`).sort()).toEqual(rows.map(({ name }) => name));
  });

  it('change while sessions go on', async () => {
    const [k1, k2] = [randomBytes(32), randomBytes(32)];
    const toCipher = (active: string) => new ColumnCipher({ active, keys: { k1, k2 } }, 'IDENTITY_KEYS');
    const { pool } = fixture.own;
    await pool.query('DELETE FROM oidc_record');
    await new OidcRecordAdapter('Session', pool, toCipher('k1')).upsert('a-session', { accountId: 'an', uid: 'u' }, 60);
    const cipher = toCipher('k2');
    const tables = fixture.app.get(EncryptedTables);
    const rotation = new TableRotation({ pool, cipher, variable: 'IDENTITY_KEYS', keyIds: cipher.keyIds, tables });
    expect(await rotation.rotate(undefined)).toMatchObject({ rotated: 1, failed: 0 });
    const alone = new ColumnCipher({ active: 'k2', keys: { k2 } }, 'IDENTITY_KEYS');
    const found = await new OidcRecordAdapter('Session', pool, alone).find('a-session');
    expect(found).toMatchObject({ accountId: 'an', uid: 'u' });
  });

  it('are operators’ business', async () => {
    const ask = async (role: 'admin' | 'auditor', path: string, method = 'GET') => {
      const headers = { ...(await fixture.issuer.bearer({ role, ...(role === 'admin' ? {} : { unit: 'phu-tho' }) })) };
      const answer = await fetch(`${fixture.url}/v1/identity-keys${path}`, {
        method,
        headers: { ...headers, 'content-type': 'application/json' },
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      return { status: answer.status, body: await answer.json() };
    };
    expect((await ask('auditor', '')).status).toBe(403);
    await fixture.own.pool.query('DELETE FROM oidc_record');
    expect(KeysInUse.parse((await ask('admin', '')).body).uses).toContainEqual(
      expect.objectContaining({ keyId: 'k1', isActive: true }),
    );
    expect(KeyRotation.parse((await ask('admin', '/rotation', 'POST')).body)).toMatchObject({ failed: 0 });
  });
});
