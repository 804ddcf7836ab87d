import { rules, type Action } from '@motcua/access';
import type { AuthenticatedRequest } from '@motcua/auth';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, switchMap, type Observable } from 'rxjs';
import type { AuditLog } from './entry/audit-log.ts';
import type { TermHash } from './entry/term-hash.ts';
import { toEntry } from './entry/to-entry.ts';

/** What a route requires: `@Requires`, or nothing where it is public. */
export type ActionsOf = (context: ExecutionContext) => readonly Action[] | undefined;

/**
 * Keeps who asks for what, before it is done: every write, and every read of personal data. Where the entry cannot be kept, nothing is
 * done and nothing is answered.
 */
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly log: Pick<AuditLog, 'append'>,
    private readonly hash: TermHash,
    private readonly actionsOf: ActionsOf,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest & AuthenticatedRequest>();
    const actions = this.actionsOf(context);
    if (!isAudited(request.method, actions)) return next.handle();
    const entry = toEntry({ request, caller: request.caller, actions }, this.hash);
    return from(this.log.append(entry)).pipe(switchMap(() => next.handle()));
  }
}

const isAudited = (method: string, actions: readonly Action[] = []): boolean =>
  method !== 'GET' ? method !== 'HEAD' : actions.some((action) => rules[action].isPersonal === true);
