import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeyRotation, KeysInUse } from '@motcua/contracts';
import { ColumnCipher, inTransaction, type ColumnKeys } from '@motcua/postgres';
import { TableRotation, EncryptedTables } from '@motcua/service';
import { randomBytes, randomUUID } from 'node:crypto';
import { createSlaFixture, type SlaFixture, type SlaInstance } from '../testing/sla-service.ts';
import { CauseReasonStore, type ClassifiedDossier } from '../overdue-causes/cause-reason.store.ts';

const tables = new EncryptedTables();
const [k1, k2] = [randomBytes(32), randomBytes(32)];
const toCipher = (keys: ColumnKeys) => new ColumnCipher(keys, 'REASON_KEYS');
const before = toCipher({ active: 'k1', keys: { k1 } });
const meanwhile = toCipher({ active: 'k2', keys: { k1, k2 } });
const afterwards = toCipher({ active: 'k2', keys: { k2 } });

let fixture: SlaFixture;
let instance: SlaInstance;
/** Three overdue causes of each of a hundred dossiers: a batch of two hundred ends within a dossier. */
const classified: ClassifiedDossier[] = Array.from({ length: 100 }, () => randomUUID()).flatMap((dossierId) =>
  [1, 2, 3].map((judgement) => ({ dossierId, judgement })),
);
const textOf = ({ dossierId, judgement }: ClassifiedDossier): string => `Bà Hoa đi vắng ${dossierId} ${judgement}`;
beforeAll(async () => {
  fixture = await createSlaFixture();
  instance = await fixture.startInstance();
  const reasons = new CauseReasonStore(before, tables);
  await inTransaction(
    fixture.sla.pool,
    async (transaction) => {
      for (const one of classified) await reasons.insert(transaction, one, textOf(one));
    },
    { timeoutMs: 60_000 },
  );
}, 90_000);
afterAll(() => fixture.close());

const rotation = (cipher: ColumnCipher): TableRotation =>
  new TableRotation({
    pool: fixture.sla.pool,
    cipher,
    variable: 'REASON_KEYS',
    keyIds: cipher.keyIds,
    tables,
  });
/** A batch a request: each look at the clock finds it a second and a half later. */
const hurried = () => {
  let at = 0;
  return (): number => (at += 1_500);
};
const countOf = async (cipher: ColumnCipher): Promise<Record<string, number>> =>
  Object.fromEntries((await rotation(cipher).count()).uses.map(({ keyId, count }) => [String(keyId), count]));
const listTexts = (cipher: ColumnCipher): Promise<(string | undefined)[]> =>
  inTransaction(fixture.sla.pool, async (transaction) => {
    const texts: (string | undefined)[] = [];
    for (const one of classified) texts.push(await new CauseReasonStore(cipher, new EncryptedTables()).find(transaction, one));
    return texts;
  });

describe('a rotation of the keys of reasons', () => {
  it('writes anew what the older key wrote, goes on after it was stopped, and leaves that key free to go', async () => {
    expect(await countOf(meanwhile)).toEqual({ k1: 300, k2: 0 });
    const first = await rotation(meanwhile).rotate(undefined, hurried());
    expect([first.rotated, first.next !== null]).toEqual([200, true]);
    expect(await countOf(meanwhile)).toEqual({ k1: 100, k2: 200 });
    expect(await listTexts(meanwhile)).toEqual(classified.map(textOf));

    // It was stopped here. Who goes on where it stopped and who begins anew come to the same end.
    expect(await rotation(meanwhile).rotate(first.next ?? undefined)).toEqual({ rotated: 100, failed: 0, next: null });
    expect(await rotation(meanwhile).rotate(undefined)).toEqual({ rotated: 0, failed: 0, next: null });
    expect(await countOf(meanwhile)).toEqual({ k1: 0, k2: 300 });
    expect(await listTexts(afterwards)).toEqual(classified.map(textOf));
    await expect(listTexts(before)).rejects.toThrow('add it to REASON_KEYS');
  }, 60_000);

  it('knows every column that is encrypted', async () => {
    const { rows } = await fixture.sla.pool.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'sla' AND column_name LIKE '%key_id' ORDER BY 1`,
    );
    expect(
      tables
        .list()
        .map(({ table, keyId }) => `${table}.${keyId}`)
        .sort(),
    ).toEqual(rows.map(({ name }) => name));
  });

  it('is for operators, who are told which keys of REASON_KEYS are in use', async () => {
    const call = async (role: 'admin' | 'head' | 'leader', path: string, method = 'GET') => {
      const headers = {
        'content-type': 'application/json',
        ...(await fixture.issuer.bearer({ role, ...(role === 'admin' ? {} : { unit: 'thanh-ba' }) })),
      };
      const answer = await fetch(`${instance.url}${path}`, { method, headers, ...(method === 'GET' ? {} : { body: '{}' }) });
      return { status: answer.status, body: await answer.json() };
    };
    for (const role of ['head', 'leader'] as const) {
      expect((await call(role, '/v1/reason-keys')).status).toBe(403);
      expect((await call(role, '/v1/reason-keys/rotation', 'POST')).status).toBe(403);
    }
    // The service has one key, k1, and no other: what k2 wrote is named too, for whoever lost it.
    expect(KeysInUse.parse((await call('admin', '/v1/reason-keys')).body).uses).toEqual([
      { what: 'verdict_reason', variable: 'REASON_KEYS', keyId: 'k1', isActive: true, count: 0 },
      { what: 'verdict_reason', variable: 'REASON_KEYS', keyId: 'k2', isActive: false, count: 300 },
    ]);
    await fixture.sla.pool.query('DELETE FROM sla.verdict_reason');
    const rotated = await call('admin', '/v1/reason-keys/rotation', 'POST');
    expect(KeyRotation.parse(rotated.body)).toEqual({ rotated: 0, failed: 0, next: null });
  });
});
