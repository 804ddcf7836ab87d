import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { authForbidden } from '../problems.ts';
import { bearerTokenOf } from '../token/bearer-token.ts';
import type { TokenVerifier } from '../token/remember-verified.ts';
import { acceptedUnlessSaid, acceptsKey, isAccepted, type Accepted } from './accepts.decorator.ts';
import { keepCaller, type AuthenticatedRequest } from './current-actor.decorator.ts';
import { publicKey } from './public.decorator.ts';

export const TOKEN_VERIFIER = Symbol('TOKEN_VERIFIER');

/** Lets nothing in without a valid token of somebody whom the route takes, except what is marked `@Public()`. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    @Inject(TOKEN_VERIFIER) private readonly verify: TokenVerifier,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(publicKey, places);
    if (isPublic === true || context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & AuthenticatedRequest>();
    const caller = await this.verify(bearerTokenOf(request.headers.authorization));
    const accepted = this.reflector.getAllAndOverride<readonly Accepted[] | undefined>(acceptsKey, places) ?? acceptedUnlessSaid;
    if (!isAccepted(caller, accepted)) throw authForbidden(toDetail(accepted));
    keepCaller(request, caller);
    return true;
  }
}

const toDetail = (accepted: readonly Accepted[]): string =>
  `This takes tokens of ${accepted.map((one) => words[one] ?? `services with the scope "${one}"`).join(' or of ')}.`;

const words: Readonly<Partial<Record<Accepted, string>>> = { people: 'people', sources: 'legacy systems (role "source")' };
