import { Public } from '@motcua/auth';
import { CONFIG } from '@motcua/service';
import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Origin } from '../attempts/attempt-gate.ts';
import { KnownBrowsers } from '../attempts/known-browsers.ts';
import type { Config } from '../config.ts';
import { findCookie, toCookie } from '../pages/cookies.ts';
import { languageOf } from '../pages/language-switch.ts';
import {
  codePage,
  enrolPage,
  expiredPage,
  lockedPage,
  newPasswordPage,
  noPostPage,
  passwordPage,
  recoveryPage,
  type PageContext,
} from '../pages/sign-in-pages.ts';
import { SecondFactor } from '../second-factor/second-factor.ts';
import { toTotpAddress } from '../second-factor/totp.ts';
import { CodeForm, NewPasswordForm, PasswordForm } from './forms.ts';
import { Interactions, type OpenInteraction } from './interactions.ts';
import { findStep, type Progress, type Step } from './progress.ts';
import { SignInService, type Outcome } from './sign-in.service.ts';

const BROWSER_COOKIE = 'motcua_browser';
const pathOf = ({ url }: FastifyRequest): string => url.split(/[?#]/)[0]?.split('/').slice(0, 4).join('/') ?? '';

/** The page that follows a guess. */
interface Answers<Good> {
  readonly wrong: () => string | Promise<string>;
  readonly right: (value: Good) => Promise<string | undefined>;
}

/** The pages between a client's request and its answer: which one is shown follows from how far somebody has come. */
@ApiExcludeController()
@Public()
@Controller('identity/interaction/:uid')
export class SignInController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Interactions) private readonly interactions: Interactions,
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(KnownBrowsers) private readonly browsers: KnownBrowsers,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  show(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.#at(undefined, request, reply, (open) => this.#goOn(open, open.progress, request, reply));
  }

  @Post('password')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  takePassword(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: PasswordForm }) { name, password }: z.infer<typeof PasswordForm>,
  ): Promise<string | undefined> {
    return this.#at('password', request, reply, async (open, page) => {
      const outcome = await this.signIn.tryPassword(name, password, this.#originOf(request, name));
      return this.#follow(outcome, { page, reply }, { wrong: () => passwordPage(page, name), right: saveTo(open, page, reply) });
    });
  }

  @Post('code')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  takeCode(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: CodeForm }) { code }: z.infer<typeof CodeForm>,
  ): Promise<string | undefined> {
    return this.#at('code', request, reply, async (open, page, progress) => {
      const outcome = await this.signIn.tryCode(progress, code, this.#originOf(request, progress.accountId));
      return this.#follow(outcome, { page, reply }, { wrong: () => codePage(page, true), right: saveTo(open, page, reply) });
    });
  }

  @Post('enrolment')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  enrol(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: CodeForm }) { code }: z.infer<typeof CodeForm>,
  ): Promise<string | undefined> {
    return this.#at('enrolment', request, reply, async (open, page, progress) => {
      const outcome = await this.signIn.enrol(progress, code, this.#originOf(request, progress.accountId));
      return this.#follow(
        outcome,
        { page, reply },
        {
          wrong: () => this.#enrolPage(page, progress, true),
          right: async ({ progress: further, codes }) => {
            await open.save(further);
            return recoveryPage(page, codes);
          },
        },
      );
    });
  }

  @Post('new-password')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  choosePassword(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: NewPasswordForm }) { password, repeat }: z.infer<typeof NewPasswordForm>,
  ): Promise<string | undefined> {
    return this.#at('new-password', request, reply, async (_open, page, progress) => {
      const refusal = await this.signIn.choosePassword(progress, password, repeat);
      if (refusal === undefined) return again(reply, page);
      void reply.status(422);
      return newPasswordPage(page, refusal);
    });
  }

  /** Does what a form asks where its step is the one to be done; a form of another step only shows which one is. */
  async #at(
    step: Step | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
    act: (open: OpenInteraction, page: PageContext, progress: Progress) => Promise<string | undefined>,
  ): Promise<string | undefined> {
    const page = { language: languageOf(request.headers.cookie), path: pathOf(request) };
    const open = await this.interactions.find(request, reply);
    if (open === undefined) {
      void reply.status(400);
      return expiredPage(page.language, `${this.config.PUBLIC_URL}/`);
    }
    const { progress = { accountId: '', amr: [] } } = open;
    if (step !== undefined && (await this.#stepOf(open.progress)) !== step) return again(reply, page);
    return act(open, page, progress);
  }

  async #stepOf(progress: Progress | undefined): Promise<Step> {
    return findStep(progress, progress === undefined ? undefined : await this.signIn.findAccount(progress.accountId));
  }

  async #goOn(
    open: OpenInteraction,
    progress: Progress | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string | undefined> {
    const page = { language: languageOf(request.headers.cookie), path: pathOf(request) };
    const step = await this.#stepOf(progress);
    if (step === 'password' || progress === undefined) return passwordPage(page);
    if (step === 'code') return codePage(page, false);
    if (step === 'new-password') return newPasswordPage(page);
    if (step === 'enrolment') return this.#enrolPage(page, progress, false);
    if (step === 'no-post') return noPostPage(page.language, `${this.config.PUBLIC_URL}/`);
    await this.signIn.noteSignIn(progress);
    const cookie = this.browsers.add(findCookie(request.headers.cookie, BROWSER_COOKIE), progress.accountId);
    const isSecure = this.config.PUBLIC_URL.startsWith('https:');
    void reply.header('set-cookie', toCookie(BROWSER_COOKIE, cookie, { isSecure })).redirect(await open.finish(progress), 303);
    return undefined;
  }

  async #follow<Good>(
    outcome: Outcome<Good>,
    { page, reply }: { readonly page: PageContext; readonly reply: FastifyReply },
    { wrong, right }: Answers<Good>,
  ): Promise<string | undefined> {
    if (outcome.kind === 'locked') {
      void reply.status(429).header('retry-after', String(outcome.seconds));
      return lockedPage(page, outcome.seconds);
    }
    if (outcome.kind === 'wrong') {
      void reply.status(401);
      return wrong();
    }
    return right(outcome.value);
  }

  async #enrolPage(page: PageContext, { accountId }: Progress, isWrong: boolean): Promise<string> {
    const secret = await this.secondFactor.offer(accountId);
    return enrolPage(page, { secret, address: toTotpAddress(accountId, secret), isWrong });
  }

  #originOf({ ip, headers }: FastifyRequest, name: string): Origin {
    return { address: ip, browser: this.browsers.find(findCookie(headers.cookie, BROWSER_COOKIE), name) };
  }
}

const saveTo = (open: OpenInteraction, page: PageContext, reply: FastifyReply) => async (progress: Progress) => {
  await open.save(progress);
  return again(reply, page);
};

/** The page of the next step, by GET, so that nothing is sent twice. */
function again(reply: FastifyReply, { path }: PageContext): string | undefined {
  void reply.redirect(path, 303);
  return undefined;
}
