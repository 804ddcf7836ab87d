import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findInDatabase } from '@motcua/testing';
import { gzipSync } from 'node:zlib';
import { startLookUps, type LookUpFixture } from '../testing/look-up-fixture.ts';
import { person, receipt } from '../testing/receipts.ts';

let fixture: LookUpFixture;
beforeAll(async () => {
  fixture = await startLookUps();
}, 60_000);
afterAll(() => fixture.stop());

const tokenOf = (path: string): string => new URL(path, 'http://localhost').searchParams.get('khoa') ?? '';
const pageOf = async (path: string): Promise<string> => {
  const { statusCode, body } = await fixture.get(path);
  expect(statusCode).toBe(200);
  return body;
};
const auditOf = async (id: string) =>
  (
    await fixture.intake.admin.query<Record<string, string>>(
      'SELECT sub, role, action, route, about, address FROM intake.audit_entry WHERE about = $1 AND action = $2 ORDER BY position',
      [`id=${id}`, 'dossiers.look-up'],
    )
  ).rows;

describe('the link of a slip', () => {
  it('opens how the dossier stands, and nothing of the applicant', async () => {
    const { code, lookUpPath } = await fixture.receive();
    const page = await pageOf(lookUpPath);
    for (const words of [code, 'Được tiếp nhận', 'Bước 1 trên 4: Tiếp nhận', 'không cần làm gì thêm', '10:30 ngày 19/11/2026'])
      expect(page).toContain(words);
    for (const secret of [...Object.values(person), 'Bí Mật', '912 345']) expect(page).not.toContain(secret);
  });

  it('says what is asked of the citizen, and why, and when the result is there', async () => {
    const { id, lookUpPath } = await fixture.receive();
    await fixture.act(id, 'request-supplement', { reasonCode: 'other', reasonText: 'Thiếu giấy của ông Kín Đáo' });
    const asking = await pageOf(lookUpPath);
    expect(asking).toContain('Bổ sung giấy tờ theo phiếu yêu cầu');
    expect(asking).toContain('Lý do: other');
    expect(asking).toContain('thời hạn tạm dừng');
    expect(asking).not.toContain('Kín Đáo');

    await fixture.act(id, 'receive-supplement');
    expect(await pageOf(lookUpPath)).not.toContain('Lý do');
    await fixture.act(id, 'process');
    expect(await pageOf(lookUpPath)).toContain('Kết quả đã có. Mời ông/bà mang giấy tiếp nhận');
    await fixture.act(id, 'return');
    expect(await pageOf(lookUpPath)).toContain('Bước 4 trên 4: Trả kết quả');
  });

  it('says that the promise was not kept', async () => {
    const { lookUpPath } = await fixture.receive();
    const before = fixture.clock.now;
    fixture.clock.now = Date.parse('2026-11-19T10:31:00+07:00');
    expect(await pageOf(lookUpPath)).toContain('Đã quá thời điểm hẹn trả');
    fixture.clock.now = before;
  });

  it('is in English where that is asked for, whole, and leads back', async () => {
    const { lookUpPath } = await fixture.receive();
    const page = await pageOf(`${lookUpPath}&lang=en`);
    expect(page).toContain('There is nothing that you need to do now.');
    // The words of the frame; names of the catalogue have no English here.
    expect(page.replaceAll(/<a [^>]*lang="vi"[^>]*>[^<]*<\/a\s*>/g, '')).not.toMatch(
      /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i,
    );
    expect(page).toContain(`href="${lookUpPath.replaceAll('&', '&amp;')}" lang="vi"`);
  });

  it('is kept by nobody on the way, and loads little', async () => {
    const { lookUpPath } = await fixture.receive();
    const { headers, body } = await fixture.get(lookUpPath);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    });
    expect(body).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    const style = (await fixture.get('/tra-cuu/look-up.css')).body;
    expect(gzipSync(body).length + gzipSync(style).length).toBeLessThan(10_000);
  });

  it('is refused with the same words, whatever is wrong with it', async () => {
    const [one, other] = [await fixture.receive(), await fixture.receive()];
    const toPath = (code: string, token: string) => `/tra-cuu?${new URLSearchParams({ ma: code, khoa: token }).toString()}`;
    const token = tokenOf(one.lookUpPath);
    const wrong = [
      toPath(one.code, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`),
      toPath(one.code, tokenOf(other.lookUpPath)),
      toPath('H44.05.01-261116-9999', token),
      toPath('', token),
      toPath(one.code, ''),
      toPath(one.code, 'x'.repeat(5_000)),
      toPath(one.code, "' OR true --\u0000"),
      `/tra-cuu?ma=${one.code}&khoa=${token}&khoa=${token}x`,
    ];
    const answers = await Promise.all(wrong.slice(0, -1).map((path) => fixture.get(path)));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(404);
    // Said twice it is no token, and the first page is shown, with the code that was typed and nothing of its dossier.
    const first = (await fixture.get(wrong.at(-1) ?? '')).body;
    expect(first).toContain('Mã hồ sơ của ông/bà là gì?');
    expect(first).not.toContain('Bước 1');
    expect((await fixture.get(one.lookUpPath)).statusCode).toBe(200);
  });

  it('stands in clear in no table and in no log', async () => {
    const body = { ...receipt, applicant: person, desk: { components: [], resultBy: { way: 'post' } } };
    const post = () =>
      fixture.intake.call({ method: 'POST', url: '/v1/dossiers', body, headers: { 'idempotency-key': 'slip-of-somebody' } });
    const [first, again] = [await post(), await post()];
    const path = String(first.body['lookUpPath']);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.body).toEqual(first.body);
    expect(await pageOf(path)).toContain('Bước 1 trên 4');

    const token = tokenOf(path);
    expect(token).toMatch(/^[\w-]{27}$/);
    const url = new URL(process.env['TEST_DATABASE_ADMIN_URL'] ?? '');
    url.pathname = new URL(fixture.intake.databaseUrl).pathname;
    expect(await findInDatabase(url.href, [token])).toEqual([]);
    const logged = fixture.intake.logs.join('\n');
    expect(logged).toContain('"route":"/tra-cuu"');
    expect(logged).not.toContain(token);
  });

  it('comes with the acceptance of an online submission too', async () => {
    const submitted = await fixture.intake.call({
      ...{ method: 'POST', url: '/v1/dossiers', as: ['counter', 'dong-xuan'] },
      body: { ...receipt, occurredAt: undefined, action: 'submit', channel: 'online' },
    });
    expect(submitted.body['lookUpPath']).toBeUndefined();
    const { dossierId } = submitted.body['dossier'] as unknown as { dossierId: string };
    const url = `/v1/dossiers/${dossierId}/receive`;
    const accepted = await fixture.intake.call({ method: 'POST', url, body: {}, as: ['counter', 'dong-xuan'] });
    expect(await pageOf(String(accepted.body['lookUpPath']))).toContain('Được tiếp nhận');
  });

  it('is told to whoever receives alone: no reader of the dossier gets it', async () => {
    const { id } = await fixture.receive();
    const read = await fixture.intake.call({ url: `/v1/dossiers/${id}`, as: ['head', 'dong-xuan'] });
    expect([read.status, read.body['lookUpPath']]).toEqual([200, undefined]);
  });
});

describe('the audit log', () => {
  it('says of each look that it was taken, of which dossier and from where, and nothing of one that showed nothing', async () => {
    const { id, code, lookUpPath } = await fixture.receive();
    await fixture.get(lookUpPath, { 'x-forwarded-for': '198.51.100.9' });
    await fixture.get(`/tra-cuu?ma=${code}&khoa=made-up`);
    expect(await auditOf(id)).toEqual([
      {
        ...{ sub: 'public', role: 'public', action: 'dossiers.look-up', route: 'GET /tra-cuu' },
        ...{ about: `id=${id}`, address: '198.51.100.9' },
      },
    ]);
  });

  it('comes first: where the entry cannot be kept, nothing is shown, in words', async () => {
    const { code, lookUpPath } = await fixture.receive();
    await fixture.intake.admin.query('REVOKE INSERT ON intake.audit_entry FROM motcua_intake');
    const { statusCode, headers, body } = await fixture.get(lookUpPath);
    await fixture.intake.admin.query('GRANT INSERT ON intake.audit_entry TO motcua_intake');
    expect([statusCode, headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
    expect(body).toContain('Tạm thời chưa tra cứu được');
    expect(body).not.toContain(code);
  });
});
