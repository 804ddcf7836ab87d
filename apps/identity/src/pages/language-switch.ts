import type { Language } from '@motcua/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findCookie, toCookie } from './cookies.ts';

const NAME = 'motcua_language';

/** Vietnamese, until somebody has asked for English: whatever their browser was installed in. */
export const languageOf = (cookies: string | undefined): Language => (findCookie(cookies, NAME) === 'en' ? 'en' : 'vi');

/** `?lang=en` on any page: remembered, and the same page again without it. @returns whether the request is answered */
export function changeLanguage({ method, url }: FastifyRequest, reply: FastifyReply): boolean {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const language = searchParams.get('lang');
  if (method !== 'GET' || (language !== 'vi' && language !== 'en')) return false;
  searchParams.delete('lang');
  const query = searchParams.size === 0 ? '' : `?${searchParams.toString()}`;
  void reply.header('set-cookie', toCookie(NAME, language, { isSecure: false })).redirect(`${pathname}${query}`, 303);
  return true;
}
