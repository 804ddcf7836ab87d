import { bearerTokenOf, keepCaller, publicKey, type AuthenticatedRequest, type TokenVerifier } from '@motcua/auth';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { forbidden } from '../forbidden.ts';
import { mayAnywhere } from '../may.ts';
import { requiresKey, type RouteActions } from './requires.decorator.ts';

export const TOKEN_VERIFIER = Symbol('TOKEN_VERIFIER');

/** Lets nothing in without a valid token of somebody who may do what the route does, except what is marked `@Public()`. */
@Injectable()
export class AccessGuard implements CanActivate {
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
    const actions = this.reflector.getAllAndOverride<RouteActions>(requiresKey, places);
    if (!actions.some((action) => mayAnywhere(caller, action))) throw forbidden(...actions);
    keepCaller(request, caller);
    return true;
  }
}
