import { describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { Window } from 'happy-dom';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8');
const markup = read('page/rate.html').replace(/<script.*<\/script>|<link rel="stylesheet".*\/>/g, '');
/** A module of its own that imports nothing: what an async function runs as well. */
const script = `(async () => {${read('page/rate.js')}})()`;
const questions = read('../../../../data/reference/rating-questions.json');
const codes = ['time', 'visits', 'guidance', 'attitude', 'feedback'];

interface Sent {
  readonly path: string;
  readonly language: string | undefined;
  readonly body: unknown;
}
type Answer = () => Response;
const answerWith =
  (status: number, body: object): Answer =>
  () =>
    new Response(JSON.stringify(body), { status });
const thanked = answerWith(201, {});

/** The page in a browser's document; `answers` are those of the service to each rating that is sent, in turn. */
async function openPage(hash: string, answers: Answer[] = []) {
  const window = new Window({ url: `https://motcua.example.vn/rate${hash}` });
  const { document } = window;
  document.write(markup);
  const sent: Sent[] = [];
  const fetch = (path: string, { headers, body }: { headers: Record<string, string>; body?: string }): Promise<Response> => {
    sent.push({ path, language: headers['accept-language'], body: body === undefined ? undefined : JSON.parse(body) });
    if (path === '/v1/rating-questions') return Promise.resolve(new Response(questions));
    const answer = answers.shift();
    return answer === undefined ? Promise.reject(new TypeError('fetch failed')) : Promise.resolve(answer());
  };
  const { location, FormData } = window;
  await runInNewContext(script, { document, location, FormData, URLSearchParams, fetch });
  const find = (selector: string) => {
    const found = document.querySelector(selector);
    if (found === null) throw new Error(`The page has no ${selector}.`);
    return found;
  };
  const click = (selector: string): void => {
    find(selector).dispatchEvent(new window.MouseEvent('click', { bubbles: true }));
  };
  return {
    sent,
    find,
    click,
    choose: (value: number) => {
      for (const code of codes) click(`input[name="${code}"][value="${value}"]`);
    },
    /** Sends, and answers what the page says then. */
    send: async (): Promise<string> => {
      const before = sent.length;
      find('#form').dispatchEvent(new window.Event('submit', { cancelable: true }));
      await waitFor(() => sent.length > before && !find('#send').hasAttribute('disabled'), { describe: 'the page to have sent' });
      return find('#message').textContent;
    },
    isOver: () => find('#form').hasAttribute('hidden'),
  };
}

describe('the page on which a citizen rates', () => {
  it('asks every question in Vietnamese and sends the answers once, with the token of the link', async () => {
    const page = await openPage('#a.token', [thanked]);
    expect([page.isOver(), page.find('legend').textContent]).toEqual([
      false,
      '1. Thời gian giải quyết hồ sơ so với ngày hẹn trả',
    ]);
    page.choose(4);

    expect(await page.send()).toBe('Cảm ơn Ông/Bà đã đánh giá. Có thể đóng trang này.');
    const answers = codes.map((question) => ({ question, value: 4 }));
    expect(page.sent.slice(1)).toEqual([{ path: '/v1/ratings', language: 'vi', body: { token: 'a.token', answers } }]);
    expect(page.isOver()).toBe(true);
  });

  it('changes its language and keeps what was chosen', async () => {
    const page = await openPage('#a.token', [thanked]);
    page.choose(2);
    page.click('#language');

    expect(page.find('legend').textContent).toBe('1. The time it took, compared with the appointed return');
    expect(await page.send()).toBe('Thank you for your rating. You may close this page.');
    expect(page.sent.at(-1)).toMatchObject({
      language: 'en',
      body: { answers: codes.map((question) => ({ question, value: 2 })) },
    });
  });

  it('says that a link without a token is not complete, and asks nothing of anybody', async () => {
    const page = await openPage('');
    expect(page.find('#message').textContent).toContain('Liên kết chưa đầy đủ');
    expect([page.isOver(), page.sent]).toEqual([true, []]);
  });

  it('keeps the answers while nobody answers, and sends them again', async () => {
    const busy = answerWith(503, {});
    const page = await openPage('#a.token', [busy]);
    page.choose(5);
    expect(await page.send()).toContain('Hệ thống đang bận');
    expect(await page.send()).toContain('mất kết nối');
    expect(page.isOver()).toBe(false);
    const [first, second] = page.sent.slice(1);
    expect(second).toEqual(first);
  });

  it('shows why a rating is refused, and is over where the link is used up', async () => {
    const used = answerWith(409, { title: 'Hồ sơ này đã được đánh giá', code: 'rating.already-given' });
    const odd = answerWith(422, { title: 'Ý kiến không lưu được', code: 'rating.comment-invalid' });
    const page = await openPage('#a.token', [odd, used]);
    page.choose(1);
    expect([await page.send(), page.isOver()]).toEqual(['Ý kiến không lưu được', false]);
    expect([await page.send(), page.isOver()]).toEqual(['Hồ sơ này đã được đánh giá', true]);
  });
});
