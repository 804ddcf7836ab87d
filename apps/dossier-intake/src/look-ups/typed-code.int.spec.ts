import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findInDatabase, waitFor } from '@motcua/testing';
import { startLookUps, type LookUpFixture } from '../testing/look-up-fixture.ts';
import { person } from '../testing/receipts.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

let fixture: LookUpFixture;
beforeAll(async () => {
  fixture = await startLookUps();
}, 60_000);
afterAll(() => fixture.stop());

const tryDigits = (question: string, digits: string) => fixture.post('/tra-cuu/xac-nhan', { yc: question, so: digits });
const questions = async () =>
  (
    await fixture.intake.admin.query<Record<string, unknown>>(
      'SELECT id, dossier_id, sending, sends, tries FROM intake.look_up_question ORDER BY asked_at, id',
    )
  ).rows;
const questionOf = async (id: string) => (await questions()).find((row) => row['id'] === id);
const waitForSending = (id: string, sending: string, timeoutMs?: number) =>
  waitFor(async () => (await questionOf(id))?.['sending'] === sending, {
    describe: `the question to be ${sending}`,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
/** Another six digits. */
const other = (digits: string): string => String((Number(digits) + 1) % 1_000_000).padStart(6, '0');
/** The digits that hold long of this code, once they have been sent; messages of one time go out in any order. */
const longDigitsOf = (dossierCode: string) =>
  waitFor(
    () =>
      Promise.resolve(fixture.notification.sent.find((one) => one.dossierCode === dossierCode && one.code.length === 10)?.code),
    { describe: 'digits that hold long' },
  );
const hasOwnMessage = async (id: string): Promise<boolean> =>
  (await fixture.intake.admin.query('SELECT 1 FROM intake.look_up_question WHERE id = $1 AND message_of IS NULL', [id])).rows
    .length > 0;
const codeOf = (serial: number): string => `H44.05.01-261116-${String(serial).padStart(4, '0')}`;
/** A day on, nothing of before is counted. */
const nextDay = () => {
  fixture.clock.now += DAY_MS + 1;
};

async function askAndRead(code: string): Promise<{ question: string; digits: string }> {
  const before = fixture.notification.sent.length;
  const question = await fixture.ask(code);
  return { question, digits: await fixture.waitForDigits(before) };
}

describe('a dossier by its code', () => {
  it('is asked for with the code of the notice that led here, also in the other language', async () => {
    const { body } = await fixture.get('/tra-cuu?ma=H44.05.01-261116-0001');
    expect(body).toContain('value="H44.05.01-261116-0001"');
    expect(body).toMatch(/href="\/tra-cuu\?ma=H44\.05\.01-261116-0001&(?:amp;)?lang=en"/);
    expect((await fixture.get('/tra-cuu?ma=%22%3E%3Cscript%3E')).body).not.toContain('<script');
  });

  it('is opened by the digits that were sent to its applicant, once, and may be read again for half an hour', async () => {
    const { id, code } = await fixture.receive();
    const { question, digits } = await askAndRead(` ${code.toLowerCase()} `);
    expect(fixture.notification.sent.at(-1)).toEqual({
      dossierId: id,
      dossierCode: code,
      code: digits,
      minutes: 10,
      language: 'vi',
    });
    const opened = await tryDigits(question, `${digits.slice(0, 3)} ${digits.slice(3)}`);
    expect(opened.statusCode).toBe(303);
    const path = String(opened.headers.location);
    expect((await fixture.get(path)).body).toContain('Bước 1 trên 4');
    expect((await tryDigits(question, digits)).statusCode).toBe(422);
    fixture.clock.now += 29 * MINUTE_MS;
    expect((await fixture.get(path)).statusCode).toBe(200);
    fixture.clock.now += 2 * MINUTE_MS;
    expect((await fixture.get(path)).statusCode).toBe(404);
  });

  it('is asked for in one question a page, in either language', async () => {
    const first = (await fixture.get('/tra-cuu')).body;
    expect(first).toContain('Mã hồ sơ của ông/bà là gì?');
    expect(first.match(/<input\s+id=/g)).toHaveLength(1);
    const { code } = await fixture.receive();
    const asked = await fixture.post('/tra-cuu/ma', { ma: code, lang: 'en' });
    const second = (await fixture.get(String(asked.headers.location))).body;
    expect(second).toContain('Enter the one-time code');
    expect(second.match(/autocomplete="one-time-code"/g)).toHaveLength(1);
    expect(second).not.toContain(code);
  });

  it('shows notification its own key, for this alone', async () => {
    const { code } = await fixture.receive();
    await askAndRead(code);
    const payload = (fixture.notification.tokens.at(-1) ?? '').split('.')[1] ?? '';
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      ...{ sub: 'dossier-intake', scope: 'one-time-code:send', aud: 'urn:motcua:service:notification' },
    });
  });
});

describe('whoever asks', () => {
  it('is answered alike, whether there is such a dossier, somebody to be reached, or a code at all', async () => {
    const known = await fixture.receive();
    const unreachable = await fixture.receive({ applicant: { name: person.name } });
    fixture.notification.coming.push('unreachable');
    const typed = [
      unreachable.code,
      known.code,
      codeOf(9_876),
      'xin chào',
      "'; DROP TABLE dossier --\u0000",
      'H'.repeat(5_000),
      '',
    ];
    const answers = [];
    for (const ma of typed) answers.push(await fixture.post('/tra-cuu/ma', { ma }));
    const pages = await Promise.all(answers.map(({ headers }) => fixture.get(String(headers.location))));
    const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;
    const without = (text: unknown): string => String(text).replaceAll(uuid, 'id');
    expect(new Set(answers.map(({ statusCode, headers }) => `${statusCode} ${without(headers.location)}`)).size).toBe(1);
    expect(new Set(pages.map(({ statusCode, body }) => `${statusCode} ${without(body)}`)).size).toBe(1);
    const wrong = await Promise.all(
      answers.map(({ headers }) => tryDigits(new URL(String(headers.location), 'http://a').searchParams.get('yc') ?? '', 'abc')),
    );
    expect(new Set(wrong.map(({ statusCode, body }) => `${statusCode} ${without(body)}`)).size).toBe(1);
    expect(wrong[0]?.body).toContain('Còn được nhập lại 4 lần');
  });

  it('leaves neither the code that was typed, nor the digits, nor an address in a table or a log', async () => {
    const { code } = await fixture.receive();
    const typo = code.replace(/\d{4}$/, '8765');
    await fixture.ask(typo, '203.0.113.77');
    const { digits, question } = await askAndRead(code);
    const url = new URL(process.env['TEST_DATABASE_ADMIN_URL'] ?? '');
    url.pathname = new URL(fixture.intake.databaseUrl).pathname;
    const { rows } = await fixture.intake.admin.query<{ all: string }>(
      'SELECT row_to_json(q)::text AS all FROM intake.look_up_question q WHERE id = $1',
      [question],
    );
    expect(rows[0]?.all).not.toContain(`"${digits}"`);
    expect(await findInDatabase(url.href, [typo])).toEqual([]);
    const logged = fixture.intake.logs.join('\n');
    for (const secret of [typo, digits, '203.0.113.77', question]) expect(logged).not.toContain(secret);
  });
});

describe('the digits', () => {
  it('may be tried five times, also by many at once', async () => {
    nextDay();
    const { code } = await fixture.receive();
    const { question, digits } = await askAndRead(code);
    const wrong = await Promise.all(Array.from({ length: 20 }, () => tryDigits(question, other(digits))));
    expect(wrong.filter(({ body }) => body.includes('Còn được nhập lại'))).toHaveLength(4);
    expect((await questionOf(question))?.['tries']).toBe(5);
    expect((await tryDigits(question, digits)).statusCode).toBe(422);
  });

  it('hold for ten minutes', async () => {
    const { code } = await fixture.receive();
    const { question, digits } = await askAndRead(code);
    fixture.clock.now += 10 * MINUTE_MS;
    expect((await tryDigits(question, digits)).statusCode).toBe(422);
    fixture.clock.now -= 1;
    expect((await tryDigits(question, digits)).statusCode).toBe(303);
  });

  it('are of one question: those of another open nothing', async () => {
    const [one, two] = [await fixture.receive(), await fixture.receive()];
    const first = await askAndRead(one.code);
    const second = await askAndRead(two.code);
    if (first.digits !== second.digits) expect((await tryDigits(first.question, second.digits)).statusCode).toBe(422);
    expect((await tryDigits('00000000-0000-4000-8000-000000000000', first.digits)).statusCode).toBe(422);
    expect((await tryDigits(first.question, first.digits)).statusCode).toBe(303);
  });

  it('open nothing where there is no dossier, whatever is tried', async () => {
    const question = await fixture.ask(codeOf(9_999));
    await waitForSending(question, 'none');
    for (let n = 0; n < 5; n += 1) expect((await tryDigits(question, String(n).repeat(6))).statusCode).toBe(422);
  });

  it('wait for no others, whom nobody answers', async () => {
    nextDay();
    const before = fixture.notification.sent.length;
    fixture.notification.coming.push('silent');
    const slow = await fixture.ask((await fixture.receive()).code);
    await waitFor(() => fixture.notification.sent.length > before, { describe: 'the first to be under way' });
    const quick = await fixture.ask((await fixture.receive()).code);
    await waitForSending(quick, 'sent', 10_000);
    expect((await questionOf(slow))?.['sending']).toBe('due');
    fixture.notification.answerAll();
    await waitForSending(slow, 'sent');
  });

  it('are sent again, as others, where notification was away, and not for ever', async () => {
    nextDay();
    const { code } = await fixture.receive();
    fixture.notification.coming.push('broken', 'away');
    const before = fixture.notification.sent.length;
    const question = await fixture.ask(code);
    const [asked, began] = [fixture.clock.now, performance.now()];
    await waitFor(
      () => {
        fixture.clock.now = Math.round(asked + performance.now() - began);
        return fixture.notification.sent.length > before;
      },
      { describe: 'the first attempt' },
    );
    // Another question wakes who waits; the one that waits is not forgotten for that.
    await fixture.ask(codeOf(9_777));
    await waitFor(
      async () => {
        // No faster than it passes: a service that rests too long is not helped by the clock.
        fixture.clock.now = Math.round(asked + performance.now() - began);
        return (await questionOf(question))?.['sending'] === 'sent';
      },
      { describe: 'the third attempt', timeoutMs: 40_000, intervalMs: 100 },
    );
    const sent = fixture.notification.sent.slice(before);
    expect(sent).toHaveLength(3);
    expect((await tryDigits(question, sent[2]?.code ?? '')).statusCode).toBe(303);
  }, 60_000);
});

describe('how often may be asked', () => {
  const statusOf = async (ma: string, address?: string) => (await fixture.post('/tra-cuu/ma', { ma }, address)).statusCode;

  it('is three times an hour and six times a day of one code from one address, known or not', async () => {
    nextDay();
    const { code } = await fixture.receive();
    const address = '203.0.113.20';
    for (const asked of [code, codeOf(9_123)]) {
      const statuses = [];
      for (let n = 0; n < 4; n += 1) statuses.push(await statusOf(asked, address));
      expect(statuses).toEqual([303, 303, 303, 429]);
    }
    fixture.clock.now += 61 * MINUTE_MS;
    const later = [];
    for (let n = 0; n < 3; n += 1) later.push(await statusOf(code, address));
    fixture.clock.now += 61 * MINUTE_MS;
    expect([...later, await statusOf(code, address)]).toEqual([303, 303, 303, 429]);
  });

  it('is no more where many ask at once', async () => {
    nextDay();
    const { code } = await fixture.receive();
    const statuses = await Promise.all(Array.from({ length: 12 }, () => statusOf(code, '203.0.113.21')));
    expect(statuses.filter((status) => status === 303)).toHaveLength(3);
  });

  it('is thirty times an hour from one address', async () => {
    nextDay();
    const statuses = [];
    for (let n = 0; n < 31; n += 1) statuses.push(await statusOf(`H44.05.01-2611${10 + (n % 20)}-${1_000 + n}`, '2001:db8::1'));
    expect(statuses.filter((status) => status === 303)).toHaveLength(30);
    expect(await statusOf(codeOf(1), '2001:db8::ffff')).toBe(429);
    expect(await statusOf(codeOf(1), '2001:db8:0:1::1')).toBe(303);
  });

  it('is as often as before for everybody else, whatever one address has asked of this code and of others', async () => {
    nextDay();
    const { code } = await fixture.receive();
    const stranger = '203.0.113.22';
    for (let n = 0; n < 4; n += 1) await statusOf(code, stranger);
    for (let n = 0; n < 30; n += 1) await statusOf(code.replace(/\d{4}$/, String(1_000 + n)), stranger);
    expect([await statusOf(code, stranger), await statusOf(codeOf(1), stranger)]).toEqual([429, 429]);
    const question = await fixture.ask(code, '198.51.100.7');
    const long = await longDigitsOf(code);
    expect((await tryDigits(question, long)).statusCode).toBe(303);
    // An hour later there are messages again.
    fixture.clock.now += 61 * MINUTE_MS;
    const { question: next, digits } = await askAndRead(code);
    expect(digits).toMatch(/^\d{6}$/);
    expect((await tryDigits(next, digits)).statusCode).toBe(303);
  }, 60_000);

  it('fills no telephone from however many addresses, and its owner gets in by the last message as often as they need', async () => {
    nextDay();
    const { code } = await fixture.receive();
    const before = fixture.notification.sent.length;
    const asked = await Promise.all(Array.from({ length: 25 }, () => fixture.ask(code)));
    expect(new Set(asked).size).toBe(25);
    const long = await longDigitsOf(code);
    for (let n = 0; n < 2; n += 1) {
      const question = await fixture.ask(code, `198.51.100.${10 + n}`);
      expect((await tryDigits(question, long)).statusCode).toBe(303);
      expect((await tryDigits(question, long)).statusCode).toBe(422);
    }
    await waitFor(async () => (await questions()).every(({ sending }) => sending !== 'due'), { describe: 'nothing to be due' });
    expect(fixture.notification.sent.length - before).toBe(3);
    // Another dossier is not opened by them.
    const other = await fixture.receive();
    expect((await tryDigits(await fixture.ask(other.code), long)).statusCode).toBe(422);
  }, 60_000);

  it('leaves whoever guesses from any number of addresses five times five tries a day at six digits, the others being at ten', async () => {
    nextDay();
    const { code } = await fixture.receive();
    const before = fixture.notification.sent.length;
    const asked: string[] = [];
    // One at a time is the most that is to be had: three in an hour end with ten digits.
    for (let hour = 0; hour < 23; hour += 1) {
      const sent = fixture.notification.sent.length;
      const question = await fixture.ask(code);
      asked.push(question);
      if (await hasOwnMessage(question)) await fixture.waitForDigits(sent);
      await Promise.all(Array.from({ length: 7 }, () => tryDigits(question, 'x')));
      fixture.clock.now += 61 * MINUTE_MS;
    }
    const lengths = fixture.notification.sent.slice(before).map(({ code: digits }) => digits.length);
    expect(lengths).toEqual([6, 6, 6, 6, 6, 10]);
    const { rows } = await fixture.intake.admin.query<{ tries: number }>(
      `SELECT sum(tries)::int AS tries FROM intake.look_up_question
       WHERE id = ANY ($1::uuid[]) AND message_of IS NULL AND NOT holds_long`,
      [asked],
    );
    expect(rows).toEqual([{ tries: 25 }]);
  }, 120_000);

  it('does not let six digits open what relies on a message that holds long', async () => {
    nextDay();
    const { code } = await fixture.receive();
    const first = await askAndRead(code);
    await fixture.ask(code);
    await fixture.ask(code);
    await longDigitsOf(code);
    const question = await fixture.ask(code);
    expect((await tryDigits(question, first.digits)).statusCode).toBe(422);
    expect((await tryDigits(first.question, first.digits)).statusCode).toBe(303);
  });

  it('is forgotten after a day', async () => {
    nextDay();
    const question = await fixture.ask(codeOf(4_321));
    await waitForSending(question, 'none', 90_000);
    await waitFor(async () => (await questions()).length === 1, { describe: 'older questions to be forgotten' });
  }, 150_000);
});
