import { preferredLanguage, sendProblem, type ProblemError } from '@motcua/http';
import type { FastifyReply, FastifyRequest } from 'fastify';

const words = {
  vi: { title: 'Đăng nhập', again: 'Đăng nhập lại', home: 'Về trang đầu' },
  en: { title: 'Sign-in', again: 'Sign in again', home: 'To the first page' },
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A detail that is there in one language alone is English. */
function detailIn(language: 'vi' | 'en', { detail = '' }: ProblemError): string {
  if (typeof detail === 'object') return detail[language];
  return language === 'en' ? detail : '';
}

/** A refusal to a browser that was on its way through: a page that says what to do next; to anybody else, the problem itself. */
export function sendProblemPage(request: FastifyRequest, reply: FastifyReply, problem: ProblemError): FastifyReply {
  if (request.headers.accept?.includes('text/html') !== true) {
    sendProblem(request, reply, problem);
    return reply;
  }
  const language = preferredLanguage(request.headers['accept-language']);
  const { title, again, home } = words[language];
  const lines = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>',
    `<h1>${escape(problem.titles[language])}</h1>`,
    `<p>${escape(detailIn(language, problem))}</p>`,
    `<p><a href="/auth/sign-in">${again}</a> · <a href="/">${home}</a></p>`,
    `<p><small>${escape(problem.code)} · ${escape(request.id)}</small></p></main></body></html>`,
  ];
  return reply
    .status(problem.status)
    .headers({ ...problem.headers, 'content-language': language })
    .type('text/html; charset=utf-8')
    .send(lines.join(''));
}
