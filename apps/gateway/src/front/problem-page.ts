import { noteRefusal, preferredLanguage, ProblemError, sendProblem, type ProblemReply, type ProblemRequest } from '@motcua/http';
import { pageStyle } from '@motcua/http/page';
import type { FastifyError, FastifyInstance } from 'fastify';

const stylePath = '/page.css';

/**
 * Where one goes on: whoever wanted in signs in again; whoever asked for a page asks for it once more, later. What was sent by a form is
 * not asked for again: it goes on from the first page of what it belongs to.
 */
const words = {
  'sign-in': {
    vi: { title: 'Đăng nhập', ways: { '/auth/sign-in': 'Đăng nhập lại', '/': 'Về trang đầu' } },
    en: { title: 'Sign-in', ways: { '/auth/sign-in': 'Sign in again', '/': 'To the first page' } },
  },
  page: {
    vi: { title: 'Một cửa', ways: { '': 'Thử lại' } },
    en: { title: 'One-stop shop', ways: { '': 'Try again' } },
  },
} as const;
type Wanted = keyof typeof words;

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A detail that is there in one language alone is English. */
function detailIn(language: 'vi' | 'en', { detail = '' }: ProblemError): string {
  if (typeof detail === 'object') return detail[language];
  return language === 'en' ? detail : '';
}

interface PageRequest extends ProblemRequest {
  readonly headers: ProblemRequest['headers'] & { readonly accept?: string | undefined };
  readonly method: string;
  readonly url: string;
}

/** A refusal to a browser that asked for a page: one that says what to do next; to anybody else, the problem itself. */
export function sendProblemPage(request: PageRequest, reply: ProblemReply, problem: ProblemError, wanted: Wanted): void {
  if (request.headers.accept?.includes('text/html') !== true) {
    sendProblem(request, reply, problem);
    return;
  }
  noteRefusal(request, problem);
  const language = preferredLanguage(request.headers['accept-language']);
  const { title, ways } = words[wanted][language];
  const links = Object.entries(ways).map(([path, label]) => `<a href="${path === '' ? toAgain(request) : path}">${label}</a>`);
  const lines = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<link rel="stylesheet" href="${stylePath}"></head><body><main>`,
    `<h1>${escape(problem.titles[language])}</h1>`,
    `<p>${escape(detailIn(language, problem))}</p>`,
    `<p>${links.join(' · ')}</p>`,
    `<p><small>${escape(problem.code)} · ${escape(request.id)}</small></p></main></body></html>`,
  ];
  reply
    .status(problem.status)
    .headers({ ...problem.headers, 'content-type': 'text/html; charset=utf-8', 'content-language': language })
    .send(lines.join(''));
}

/** An empty reference is the page itself, its query with it. */
const toAgain = ({ method, url }: PageRequest): string => (method === 'GET' ? '' : escape(/^\/[^/?#]*/.exec(url)?.[0] ?? '/'));

/** The style of these pages, which no limit keeps from anybody. */
export function serveProblemStyle(server: FastifyInstance): void {
  server.get(stylePath, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=300').send(pageStyle),
  );
}

/** What is refused in this scope is a page to a browser. */
export function refuseByPage(scope: FastifyInstance): void {
  scope.setErrorHandler((error: FastifyError | ProblemError, request, reply) => {
    if (!(error instanceof ProblemError)) throw error;
    sendProblemPage(request, reply, error, 'page');
    return reply;
  });
}
