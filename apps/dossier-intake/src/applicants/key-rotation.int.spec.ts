import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, inTransaction, type Transaction } from '@motcua/postgres';
import { TableRotation, EncryptedTables } from '@motcua/service';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { ApplicantCipher } from './applicant-cipher.ts';
import { ApplicantStore, toApplicantTable } from './applicant.store.ts';
import { ReasonStore, reasonTable } from './reason.store.ts';
import { stepEntryTable } from '../desk-entries/step-entry.store.ts';
import { DeskEntryStore, deskEntryTable } from '../desk-entries/desk-entry.store.ts';
import { feeTakingTable } from '../fees/fee-taking.store.ts';
import { ratingTable } from '../ratings/rating.store.ts';
import { startIntake, type RunningIntake } from '../testing/start-intake.ts';

const [k1, k2, h1, h2] = [randomBytes(32), randomBytes(32), randomBytes(32), randomBytes(32)];
const before = new ApplicantCipher({ active: 'k1', keys: { k1 } }, { active: 'h1', keys: { h1 } });
const meanwhile = new ApplicantCipher({ active: 'k2', keys: { k1, k2 } }, { active: 'h2', keys: { h1, h2 } });
const afterwards = new ApplicantCipher({ active: 'k2', keys: { k2 } }, { active: 'h2', keys: { h2 } });
const person = { name: 'Nguyễn Thị Bí Mật', idNumber: '025185001234', phone: '0912345678', email: 'a@b.vn' };

let intake: RunningIntake;
let pool: Pool;
const ids: string[] = [];
const bare = randomUUID();
beforeAll(async () => {
  intake = await startIntake({ withReference: false });
  pool = createPool({ url: intake.databaseUrl, schema: 'intake', applicationName: 'spec' });
  await inTransaction(
    pool,
    async (transaction) => {
      const applicants = new ApplicantStore(before);
      for (let index = 0; index < 450; index++) {
        const id = randomUUID();
        ids.push(id);
        await applicants.insert(transaction, id, { ...person, idNumber: String(25_185_000_000 + index) });
      }
      await applicants.insert(transaction, bare, { name: person.name });
      const reasons = new ReasonStore(before);
      const texts = [2, 3].map((version) => ({ dossierId: bare, version, text: `lý do ${version}` }));
      await reasons.insertMany(transaction, texts);
      await new DeskEntryStore(before).insert(transaction, bare, { note: 'ghi chú' });
    },
    { timeoutMs: 60_000 },
  );
}, 90_000);
afterAll(async () => {
  await pool.end();
  await intake.stop();
});

/** As the service's parts add them. */
const tablesOf = (cipher: ApplicantCipher): EncryptedTables => {
  const tables = new EncryptedTables();
  const applicants = toApplicantTable(cipher, new ApplicantStore(cipher));
  for (const table of [applicants, reasonTable, ratingTable, deskEntryTable, stepEntryTable, feeTakingTable]) tables.add(table);
  return tables;
};
const rotation = (cipher: ApplicantCipher) =>
  new TableRotation({
    pool,
    cipher,
    variable: 'APPLICANT_KEYS',
    keyIds: cipher.keyIds,
    tables: tablesOf(cipher),
  });
/** A batch a request: each look at the clock finds it a second and a half later. */
const hurried = () => {
  let at = 0;
  return (): number => (at += 1_500);
};
const read = <Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> => inTransaction(pool, work);
const countOf = async (cipher: ApplicantCipher, what: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await rotation(cipher).count()).uses
      .filter((use) => use.what === what)
      .map(({ keyId, count }) => [String(keyId), count] as const),
  );
const findBy = async (cipher: ApplicantCipher, idNumber: string): Promise<number> => {
  const { rowCount } = await pool.query('SELECT FROM applicant WHERE id_number_hash = ANY ($1)', [
    new ApplicantStore(cipher).toSearchHashes(idNumber).idNumber,
  ]);
  return rowCount ?? 0;
};

describe('while two keys are live', () => {
  it('rows of either are found, and dossiers of one citizen share a reference', async () => {
    const again = randomUUID();
    await read((transaction) => new ApplicantStore(meanwhile).insert(transaction, again, { ...person, idNumber: '25185000007' }));
    expect([await findBy(meanwhile, '25185000007'), await findBy(before, '25185000007')]).toEqual([2, 1]);
    const refsOf = (cipher: ApplicantCipher, id: string) =>
      read((transaction) => new ApplicantStore(cipher).listRefs(transaction, id));
    const [referenced, asked, askedAgain] = [
      await refsOf(before, ids[7] ?? ''),
      await refsOf(meanwhile, ids[7] ?? ''),
      await refsOf(meanwhile, again),
    ];
    // What was told before the second key is the second of what is told now.
    expect(referenced).toEqual(asked?.slice(1));
    expect(askedAgain).toEqual(asked);
    expect(await refsOf(meanwhile, bare)).toBeUndefined();
    await pool.query('DELETE FROM applicant WHERE dossier_id = $1', [again]);
  });
});

describe('a rotation', () => {
  it('writes anew what older keys wrote, in batches, goes on after it was stopped, and says when the old keys are free', async () => {
    expect([await countOf(meanwhile, 'applicant'), await countOf(meanwhile, 'applicant/hash')]).toEqual([
      { k1: 451, k2: 0 },
      { h1: 451, h2: 0 },
    ]);
    const first = await rotation(meanwhile).rotate(undefined, hurried());
    expect([first.rotated, first.next !== null]).toEqual([200, true]);
    expect(await countOf(meanwhile, 'applicant')).toEqual({ k1: 251, k2: 200 });

    // It was stopped here: the next begins anew, and does what is left.
    let rotated = first.rotated;
    for (let cursor: string | null | undefined; cursor !== null;) {
      const part = await rotation(meanwhile).rotate(cursor ?? undefined, hurried());
      rotated += part.rotated;
      cursor = part.next;
    }
    expect(rotated).toBe(451 + 2 + 1);
    expect([
      await countOf(meanwhile, 'applicant'),
      await countOf(meanwhile, 'applicant/hash'),
      await countOf(meanwhile, 'reason'),
    ]).toEqual([
      { k1: 0, k2: 451 },
      { h1: 0, h2: 451 },
      { k1: 0, k2: 2 },
    ]);

    const applicants = new ApplicantStore(afterwards);
    const found = await read((transaction) => applicants.find(transaction, ids[7] ?? ''));
    expect(found).toEqual({ ...person, idNumber: '25185000007' });
    expect([await findBy(afterwards, '25185000007'), await findBy(before, '25185000007')]).toEqual([1, 0]);
    const texts = await read((transaction) => new ReasonStore(afterwards).list(transaction, bare));
    expect([...texts.values()].sort()).toEqual(['lý do 2', 'lý do 3']);
    const taken = await read((transaction) => new DeskEntryStore(afterwards).find(transaction, bare));
    expect(taken).toEqual({ note: 'ghi chú' });
    expect((await rotation(afterwards).rotate(undefined)).rotated).toBe(0);
  });

  it('knows every column that is encrypted', async () => {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'intake' AND column_name LIKE '%key_id' ORDER BY 1`,
    );
    const known = tablesOf(meanwhile)
      .list()
      .flatMap(({ table, keyId, derived }) => [
        `${table}.${keyId}`,
        ...(derived === undefined ? [] : [`${table}.${derived.keyId}`]),
      ]);
    expect(known.sort()).toEqual(rows.map(({ name }) => name));
  });

  it('is for operators', async () => {
    for (const as of [
      ['counter', 'dong-xuan'],
      ['head', 'thanh-ba'],
      ['leader', 'phu-tho'],
    ] as const) {
      expect((await intake.call({ url: '/v1/applicant-keys', as })).status).toBe(403);
      expect((await intake.call({ method: 'POST', url: '/v1/applicant-keys/rotation', body: {}, as })).status).toBe(403);
    }
  });
});
