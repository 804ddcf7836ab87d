import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '../actor.ts';
import { authMissing } from '../problems.ts';
import { isService, type Caller } from '../service/service-principal.ts';

/** Where the guard leaves who asks on the request. */
export interface AuthenticatedRequest {
  /** A person or a legacy system. */
  actor?: Actor;
  /** Whoever it is. */
  caller?: Caller;
}

export function keepCaller(request: AuthenticatedRequest, caller: Caller): void {
  request.caller = caller;
  if (!isService(caller)) request.actor = caller;
}

/** Parameter: the actor of the request. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (actor === undefined) throw authMissing();
  return actor;
});

/** Parameter: the caller of a request on a route that takes services too. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (caller === undefined) throw authMissing();
  return caller;
});
