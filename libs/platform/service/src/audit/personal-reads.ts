import type { Action } from '@motcua/access';
import { AuditLog, toAddress } from '@motcua/audit';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AuditSealer } from './audit-sealer.ts';

/**
 * Keeps who reads of a person on a route that is open to all: there the interceptor does not know yet whether anything will be shown, and
 * of whom. Asked for before the answer: where the entry cannot be kept, nothing is shown.
 */
@Injectable()
export class PersonalReads {
  constructor(
    private readonly log: AuditLog,
    private readonly sealer: AuditSealer,
  ) {}

  /** @param about such as `id=<dossier id>`, as other entries say it */
  async keep(action: Action, request: FastifyRequest, about: string): Promise<void> {
    await this.log.append({
      ...{ sub: 'public', role: 'public', unit: null },
      ...{ action, route: `${request.method} ${request.routeOptions.url ?? ''}`, about, terms: null, reason: null },
      ...{ address: toAddress(request), requestId: request.id },
    });
    this.sealer.wake();
  }
}
