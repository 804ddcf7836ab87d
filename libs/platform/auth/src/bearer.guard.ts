import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { AuthenticatedRequest } from './current-actor.decorator.ts';
import { publicKey } from './public.decorator.ts';
import { bearerTokenOf } from './token/bearer-token.ts';
import type { TokenVerifier } from './token/token-verifier.ts';

export const TOKEN_VERIFIER = Symbol('TOKEN_VERIFIER');

/** Lets nothing in without a valid token, except what is marked `@Public()`. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    @Inject(TOKEN_VERIFIER) private readonly verify: TokenVerifier,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(publicKey, [context.getHandler(), context.getClass()]);
    if (isPublic === true || context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & AuthenticatedRequest>();
    request.actor = await this.verify(bearerTokenOf(request.headers.authorization));
    return true;
  }
}
