import type { Language } from '@motcua/http';
import type { FastifyRequest } from 'fastify';

type Values = Readonly<Record<string, string>>;

/** What a form or an address holds as plain texts. Whatever is not one is not there: nothing is refused here, not even by another answer. */
export const toValues = (given: unknown): Values =>
  Object.fromEntries(Object.entries(given ?? {}).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));

export const queryOf = ({ query }: FastifyRequest): Values => toValues(query);

/** Vietnamese, until somebody asks for English. */
export const languageOf = ({ lang }: Values): Language => (lang === 'en' ? 'en' : 'vi');
