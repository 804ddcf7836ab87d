import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool } from '@motcua/postgres';
import { PersonalReads } from '@motcua/service';
import type { FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { ReferenceData } from '../reference/reference-data.ts';
import { startLookUps, type LookUpFixture } from '../testing/look-up-fixture.ts';
import { person } from '../testing/receipts.ts';
import { QuestionHasher } from './codes/question-hashes.ts';
import { Questions, type Asked } from './codes/questions.ts';
import { LookUpTokens } from '../look-up-links/look-up-tokens.ts';
import { LookUps } from './look-ups.ts';

let fixture: LookUpFixture;
let pool: Pool;
/** What the database was asked since the last look. */
const statements: string[] = [];
beforeAll(async () => {
  fixture = await startLookUps();
  pool = createPool({ url: fixture.intake.databaseUrl, schema: 'intake', applicationName: 'equal-work', poolSize: 1 });
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const recording = (statement: unknown, ...more: unknown[]): unknown => {
      statements.push(typeof statement === 'string' ? statement : (statement as { text: string }).text);
      return query(statement, ...more);
    };
    Object.assign(client, { query: recording });
  });
}, 60_000);
afterAll(async () => {
  await pool.end();
  await fixture.stop();
});

async function record(ask: () => Promise<unknown>): Promise<string[]> {
  statements.length = 0;
  await ask();
  return [...statements];
}

function createQuestions(): Questions {
  const { intake, clock } = fixture;
  const parts = { pool, tokens: intake.app.get(LookUpTokens), hasher: new QuestionHasher(randomBytes(32)), codeMinutes: 10 };
  return new Questions({ ...parts, now: () => clock.now, onAsked: () => undefined });
}

const idOf = (asked: Asked): string => (asked.kind === 'asked' ? asked.id : '');

it('does the same for a code that is known as for one that is not, for what is none, and where nobody can be reached', async () => {
  const questions = createQuestions();
  const ask = (typed: string) => () => questions.ask({ typed, address: '198.51.100.1', language: 'vi' });
  const [known, mute] = [await fixture.receive(), await fixture.receive({ applicant: { name: person.name } })];
  await ask('so that there is a connection')();
  const done = [await record(ask(known.code))];
  for (const typed of [mute.code, 'H44.05.01-261116-9999', 'xin chào', '']) done.push(await record(ask(typed)));
  expect(done[0]?.filter((text) => /INSERT INTO look_up_question/.test(text))).toHaveLength(1);
  for (const one of done) expect(one).toEqual(done[0]);
});

it('does the same for wrong digits, whether there is a dossier, none, or no question', async () => {
  const questions = createQuestions();
  const { code } = await fixture.receive();
  const ask = async (typed: string) => idOf(await questions.ask({ typed, address: '198.51.100.2', language: 'vi' }));
  const ids = [await ask(code), await ask('H44.05.01-261116-9998'), '00000000-0000-4000-8000-000000000001', 'none'];
  const done = [];
  for (const id of ids) done.push(await record(() => questions.try(id, '000000')));
  expect(done[0]).toHaveLength(1);
  for (const one of done) expect(one).toEqual(done[0]);
});

it('does the same for a link of another dossier as for one that was made up', async () => {
  const { app } = fixture.intake;
  const lookUps = new LookUps(pool, app.get(ReferenceData), app.get(PersonalReads), () => fixture.clock.now);
  const [one, other] = [await fixture.receive(), await fixture.receive()];
  const tokenOf = (path: string): string => new URL(path, 'http://localhost').searchParams.get('khoa') ?? '';
  const links = [
    { code: one.code, token: tokenOf(other.lookUpPath) },
    { code: one.code, token: 'A'.repeat(27) },
    { code: 'none', token: tokenOf(one.lookUpPath) },
    { code: '', token: '' },
  ];
  const done = [];
  for (const link of links)
    done.push(
      await record(async () => {
        // Nothing is shown, so nothing is asked of the request.
        expect(await lookUps.find(link, {} as FastifyRequest)).toBeUndefined();
      }),
    );
  for (const statement of done) expect(statement).toEqual(done[0]);
});
