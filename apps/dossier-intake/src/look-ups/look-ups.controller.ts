import { toAddress as addressOf } from '@motcua/audit';
import { Public } from '@motcua/auth';
import { pageStyle } from '@motcua/http/page';
import { Body, Controller, Get, Header, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Questions } from './codes/questions.ts';
import { lookUpRoot, toLookUpPath } from '../look-up-links/look-up-path.ts';
import { LookUps } from './look-ups.ts';
import { AwayFilter } from './page/away.filter.ts';
import { dossierPage } from './page/dossier-page.ts';
import { toAddress, type PageContext } from './page/layout.ts';
import { pageHeaders } from './page/page-headers.ts';
import { languageOf, queryOf, toValues } from './page/page-request.ts';
import { codePage, digitsPage, refusalPage } from './page/question-pages.ts';

/** Codes can be sent here; without it only the slip leads to a dossier. */
export const QUESTIONS = Symbol('QUESTIONS');

const contextOf = (values: Readonly<Record<string, string>>, path = '', query: Readonly<Record<string, string>> = {}) =>
  ({ language: languageOf(values), here: { path: `/${lookUpRoot}${path}`, query } }) satisfies PageContext;

/** How a dossier stands, for its applicant, who does not sign in: by the link of the slip, or by its code and a one-time code. */
@ApiExcludeController()
@Public()
@UseFilters(AwayFilter)
@Controller(lookUpRoot)
export class LookUpsController {
  readonly #style = `${pageStyle}\n${readFileSync(join(import.meta.dirname, 'page', 'look-up.css'), 'utf8')}`;

  constructor(
    private readonly lookUps: LookUps,
    @Inject(QUESTIONS) private readonly questions: Questions | null,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = queryOf(request);
    const { ma: code, khoa: token } = query;
    if (token === undefined) {
      send(reply, 200, codePage(contextOf(query, '', code === undefined ? {} : { ma: code }), this.questions !== null, code));
      return;
    }
    const found = await this.lookUps.find({ code: code ?? '', token }, request);
    if (found === undefined) send(reply, 404, refusalPage(contextOf(query), 'notFound'));
    else send(reply, 200, dossierPage(contextOf(query, '', { ma: code ?? '', khoa: token }), found));
  }

  /** Leads on to the digits whatever was typed. */
  @Post('ma')
  async ask(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = toValues(body);
    const context = contextOf(form);
    if (this.questions === null) {
      send(reply, 404, codePage(context, false));
      return;
    }
    const { language } = context;
    const asked = await this.questions.ask({ typed: form['ma'] ?? '', address: addressOf(request), language });
    if (asked.kind === 'too-often') send(reply, 429, refusalPage(context, 'tooOften'));
    else goTo(reply, toAddress(contextOf(form, '/xac-nhan', { yc: asked.id })));
  }

  @Get('xac-nhan')
  askDigits(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const query = queryOf(request);
    const { yc: question = '' } = query;
    send(reply, 200, digitsPage(contextOf(query, '/xac-nhan', { yc: question }), question));
  }

  @Post('xac-nhan')
  async takeDigits(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const form = toValues(body);
    const { yc: question = '', so: digits = '' } = form;
    const tried = this.questions === null ? ({ kind: 'wrong', left: 0 } as const) : await this.questions.try(question, digits);
    if (tried.kind === 'right') {
      goTo(reply, toLookUpPath(tried.code, tried.token, languageOf(form) === 'en' ? { lang: 'en' } : {}));
      return;
    }
    send(reply, 422, digitsPage(contextOf(form, '/xac-nhan', { yc: question }), question, tried.left));
  }

  @Get('look-up.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  getStyle(): string {
    return this.#style;
  }
}

function send(reply: FastifyReply, status: number, page: string): void {
  void reply.status(status).headers(pageHeaders).send(page);
}

/** The next page is asked for anew, so that going back and reloading send nothing twice. */
function goTo(reply: FastifyReply, address: string): void {
  void reply.headers(pageHeaders).redirect(address, 303);
}
