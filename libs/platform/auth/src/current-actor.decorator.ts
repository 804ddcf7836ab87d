import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from './actor.ts';
import { authMissing } from './problems.ts';

/** Where the guard leaves the actor on the request. */
export interface AuthenticatedRequest {
  actor?: Actor;
}

/** Parameter: the actor of the request. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (actor === undefined) throw authMissing();
  return actor;
});
