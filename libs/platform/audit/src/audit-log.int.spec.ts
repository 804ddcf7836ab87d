import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction, migrateService, toTransaction } from '@motcua/postgres';
import { createServiceDatabase, type ServiceDatabase } from '@motcua/postgres/testing';
import pg from 'pg';
import {
  AuditLog,
  auditGrants,
  continueChain,
  CreateAuditLog1765400000000,
  findMassLookUps,
  listEntries,
  sealEntries,
  verifyChain,
  type AuditEntry,
} from './index.ts';

const schema = 'audited';
const role = 'motcua_audit_spec';

let own: ServiceDatabase;
let admin: pg.Client;
let adminPool: pg.Pool;
let log: AuditLog;
beforeAll(async () => {
  own = await createServiceDatabase({
    schema,
    role,
    migrate: (adminUrl, rolePassword) =>
      migrateService({
        adminUrl,
        schema,
        role,
        rolePassword,
        migrations: [CreateAuditLog1765400000000],
        afterwards: auditGrants(schema, role),
      }),
  });
  admin = new pg.Client({ connectionString: own.database.url });
  await admin.connect();
  adminPool = new pg.Pool({ connectionString: own.database.url, max: 1 });
  log = new AuditLog(own.pool);
});
afterAll(async () => {
  await admin.end();
  await adminPool.end();
  await own.close();
});

const entry = (about: string): AuditEntry => ({
  sub: 'an',
  role: 'counter',
  unit: 'dong-xuan',
  action: 'dossiers.read',
  route: 'GET /v1/dossiers/:id',
  about,
  terms: null,
  reason: null,
  address: '10.0.0.7',
  requestId: 'r-1',
});
const seal = () => inTransaction(own.pool, sealEntries);
const verify = (...seals: NonNullable<Parameters<typeof verifyChain>[1]>) => verifyChain(toTransaction(own.pool), seals);
/** As somebody who may do what the owner of the tables may, and puts the trigger aside. */
const tamper = async (statement: string): Promise<void> => {
  await admin.query(
    `ALTER TABLE audited.audit_entry DISABLE TRIGGER USER; ${statement}; ALTER TABLE audited.audit_entry ENABLE TRIGGER USER`,
  );
};

describe('the audit log', () => {
  it('is chained in the order of its entries, however many were added at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => log.append(entry(`id=${String(index)}`))));
    expect(await verify()).toEqual({ links: 0, unsealed: 40, broken: null });
    const { seal: first, isMore } = await seal();
    expect([first?.sequence, isMore]).toEqual([40, false]);
    await log.append(entry('id=later'));
    const second = (await seal()).seal;
    expect(second?.sequence).toBe(41);
    expect(await seal()).toEqual({ seal: second, isMore: false, readers: [] });
    expect(await verify(first!, second!)).toEqual({ links: 41, unsealed: 0, broken: null });
  });

  it('waits for a transaction that may still add to it before what is already there', async () => {
    const open = new pg.Client({ connectionString: own.url });
    await open.connect();
    await open.query(`BEGIN; SELECT pg_current_xact_id()`);
    await log.append(entry('id=meanwhile'));
    expect(await seal()).toMatchObject({ seal: { sequence: 41 }, isMore: true });
    await open.query('COMMIT');
    await open.end();
    expect(await seal()).toMatchObject({ seal: { sequence: 42 }, isMore: false });
  });

  it('is chained once by two instances that seal at the same moment', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => log.append(entry(`id=both-${String(index)}`))));
    await Promise.all([seal(), seal(), seal()]);
    expect(await verify()).toEqual({ links: 72, unsealed: 0, broken: null });
  });

  it('is not changed by the service’s role, nor by the owner of its tables', async () => {
    for (const statement of [
      `UPDATE audit_entry SET sub = 'binh'`,
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
      'DELETE FROM audit_link',
    ])
      await expect(own.pool.query(statement)).rejects.toThrow(/permission denied/);
    for (const statement of [
      `UPDATE audited.audit_entry SET sub = 'binh'`,
      'DELETE FROM audited.audit_link',
      'TRUNCATE audited.audit_entry',
    ])
      await expect(admin.query(statement)).rejects.toThrow('the audit log is only ever added to');
  });

  it('keeps nothing, and says so, where it cannot be written', async () => {
    const broken = new AuditLog(own.pool);
    const tooMuch = { ...entry('id=nothing'), sub: null as unknown as string };
    await expect(broken.append(tooMuch)).rejects.toThrow();
    expect(await listEntries(toTransaction(own.pool), { about: 'id=nothing' }, 10)).toEqual([]);
    await broken.append(entry('id=then'));
    expect(await listEntries(toTransaction(own.pool), { about: 'id=then' }, 10)).toHaveLength(1);
  });
});

describe('a change behind its back', () => {
  it.each([
    ['at', `at + interval '1 millisecond'`],
    ...['sub', 'role', 'unit', 'action', 'route', 'about', 'terms', 'reason', 'address', 'request_id'].map((column) => [
      column,
      `'another'`,
    ]),
  ])('of one entry’s %s is found at its place', async (column = '', other = '') => {
    const { rows } = await admin.query<{ position: string; before: string | null }>(
      `SELECT position, ${column}::text AS before FROM audited.audit_entry WHERE about = 'id=later'`,
    );
    const [{ position, before } = { position: '', before: null }] = rows;
    const put = (value: string) => tamper(`UPDATE audited.audit_entry SET ${column} = ${value} WHERE position = ${position}`);
    await put(other);
    expect((await verify()).broken).toEqual({ sequence: 41, why: 'changed' });
    await put(before === null ? 'NULL' : `'${before}'`);
    expect((await verify()).broken).toBeNull();
  });

  it('that takes an entry away, or the end of the chain, is found', async () => {
    const { seal: last } = await seal();
    await tamper(`DELETE FROM audited.audit_entry WHERE about = 'id=meanwhile'`);
    expect((await verify()).broken).toEqual({ sequence: 42, why: 'missing' });
    await admin.query(`ALTER TABLE audited.audit_link DISABLE TRIGGER USER; DELETE FROM audited.audit_link WHERE sequence >= 42`);
    expect((await verify()).broken).toBeNull();
    expect((await verify(last!)).broken).toEqual({ sequence: last!.sequence, why: 'missing' });
  });

  it('that makes the chain anew does not go through the seals that were published', async () => {
    const known = { sequence: 41, hash: 'f'.repeat(64) };
    expect((await verify(known)).broken).toEqual({ sequence: 41, why: 'not-as-sealed' });
  });
});

describe('somebody who looks at many people', () => {
  const find = () => findMassLookUps(toTransaction(own.pool), ['binh', 'an', 'loan']);
  const append = (entries: readonly Partial<AuditEntry>[]) =>
    Promise.all(entries.map((more) => log.append({ ...entry('unit=dong-xuan'), sub: 'binh', ...more })));

  it('is found with the hundredth within an hour, whatever they look at twice, list or write', async () => {
    const dossiers = Array.from({ length: 99 }, (_, index) => ({ about: `id=many-${String(index)}` }));
    await append([
      ...dossiers,
      ...dossiers,
      { about: 'unit=dong-xuan' },
      { about: 'id=written', route: 'POST /v1/dossiers/:id/process' },
    ]);
    expect(await find()).toEqual([]);
    await append([{ terms: '~hash' }]);
    expect(await find()).toEqual([{ sub: 'binh', role: 'counter', unit: 'dong-xuan', subjects: 100 }]);
  });

  it('is not found for what is an hour old', async () => {
    await tamper(`UPDATE audited.audit_entry SET at = at - interval '61 minutes' WHERE about = 'id=many-7'`);
    expect(await find()).toEqual([]);
  });

  it('is sealed on in a server that counts transactions anew, once its entries have their place there', async () => {
    await seal();
    const { links } = await verify();
    await log.append(entry('id=before the restore'));
    await tamper("UPDATE audited.audit_entry SET xid = '900000000000'; UPDATE audited.audit_link SET xid = '900000000000'");
    await log.append(entry('id=after the restore'));
    await seal();
    expect((await verify()).unsealed).toBe(2);
    await inTransaction(adminPool, (transaction) => continueChain(transaction, schema));
    await seal();
    expect(await verify()).toEqual({ links: links + 2, unsealed: 0, broken: null });
    await expect(admin.query('DELETE FROM audited.audit_entry')).rejects.toThrow('only ever added to');
  });
});
