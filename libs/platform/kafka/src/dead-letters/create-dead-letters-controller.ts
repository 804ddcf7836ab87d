import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, type Type } from '@nestjs/common';
import type { DeadLetter, DeadLetterDetail, DeadLetterFilter, DeadLetterPage, DeadLetterStatus } from './dead-letter.ts';
import {
  DeadLetterOperations,
  isDeadLetterRefusal,
  type DeadLetterAnswer,
  type DeadLetterRefusal,
} from './dead-letter.operations.ts';

export interface DeadLettersControllerOptions {
  /** Default `v1/dlq`. */
  readonly path?: string;
  /** The service's problem for a refusal; it is thrown. `dlq.not-found` is a 404, the others are 409. */
  readonly toProblem: (refusal: DeadLetterRefusal) => Error;
  /** Who acts, for `resolved_by`; refuses by throwing. */
  readonly authorize: (request: unknown, action: 'read' | 'replay' | 'drop') => string;
}

/**
 * A Nest controller: `GET dlq`, `GET dlq/:id`, `POST dlq/:id/replay`, `POST dlq/:id/drop`. The module provides
 * `DeadLetterOperations`.
 */
export function createDeadLettersController({ path = 'v1/dlq', toProblem, authorize }: DeadLettersControllerOptions): Type {
  const accept = (answer: DeadLetterAnswer): DeadLetter => {
    if (isDeadLetterRefusal(answer)) throw toProblem(answer);
    return answer;
  };

  @Controller(path)
  class DeadLettersController {
    constructor(@Inject(DeadLetterOperations) private readonly operations: DeadLetterOperations) {}

    @Get()
    list(@Query() query: Record<string, string | undefined>, @Req() request: unknown): Promise<DeadLetterPage> {
      authorize(request, 'read');
      return this.operations.list(toFilter(query));
    }

    @Get(':id')
    async find(@Param('id') id: string, @Req() request: unknown): Promise<DeadLetterDetail> {
      authorize(request, 'read');
      const found = await this.operations.find(id);
      if (found === undefined) throw toProblem({ code: 'dlq.not-found', detail: `there is no dead letter ${id}` });
      return found;
    }

    @Post(':id/replay')
    @HttpCode(200)
    async replay(@Param('id') id: string, @Req() request: unknown): Promise<DeadLetter> {
      return accept(await this.operations.replay(id, authorize(request, 'replay')));
    }

    @Post(':id/drop')
    @HttpCode(200)
    async drop(@Param('id') id: string, @Req() request: unknown): Promise<DeadLetter> {
      return accept(await this.operations.drop(id, authorize(request, 'drop')));
    }
  }
  return DeadLettersController;
}

const statuses = new Set<string>(['parked', 'replayed', 'dropped', 'superseded'] satisfies DeadLetterStatus[]);
const isStatus = (text: string): text is DeadLetterStatus => statuses.has(text);

/** Query parameters `projection`, `status`, `topic`, `key`, `before`, `limit`; what is no such value is ignored. */
export function toFilter({
  projection,
  status,
  topic,
  key,
  before,
  limit,
}: Record<string, string | undefined>): DeadLetterFilter {
  const size = Number(limit);
  return {
    ...(projection === undefined ? {} : { projection }),
    ...(status !== undefined && isStatus(status) ? { status } : {}),
    ...(topic === undefined ? {} : { topic }),
    ...(key === undefined ? {} : { key }),
    ...(before === undefined ? {} : { before }),
    ...(Number.isInteger(size) && size > 0 ? { limit: size } : {}),
  };
}
