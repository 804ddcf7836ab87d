import { SetMetadata } from '@nestjs/common';
import { isService, type Caller, type Scope } from '../service/service-principal.ts';

/** People in their roles, legacy systems (role `source`), or services to which their key gives this scope. */
export type Accepted = 'people' | 'sources' | Scope;

export const acceptsKey = 'motcua:accepts';
/** A route that says nothing takes people. */
export const acceptedUnlessSaid: readonly Accepted[] = ['people'];

/** A handler or controller that takes others than people: only those that are named. */
export const Accepts = (...accepted: readonly [Accepted, ...Accepted[]]) => SetMetadata(acceptsKey, accepted);

/** Whether somebody is among those whom a route takes; what he may do there is the route's own question. */
export function isAccepted(caller: Caller, accepted: readonly Accepted[]): boolean {
  if (isService(caller)) return caller.scopes.some((scope) => accepted.some((one) => one === scope));
  return accepted.includes(caller.role === 'source' ? 'sources' : 'people');
}
