import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { dossierActions, DossierView, type DossierAction } from '@motcua/contracts';
import { applyAnswer, IdempotencyKey, IfMatchVersion } from '@motcua/http';
import { Body, Controller, HttpCode, Inject, Param, Post, Res, type Type } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DossierCommands } from './dossier-commands.ts';
import { DossierId } from './dossier-id.schema.ts';
import type { ActionRequest } from './to-change-command.ts';

/** `POST /v1/dossiers/{id}/<action>`: the furniture is the same for every action of the contract, so each gets its controller here. */
function createActionController(action: DossierAction): Type {
  const schema = dossierActions[action];

  @Controller('v1/dossiers')
  class ActionController {
    constructor(@Inject(DossierCommands) private readonly commands: DossierCommands) {}

    @Post(`:id/${action}`)
    @Requires(`dossiers.${action}`)
    @HttpCode(200)
    @ApiOperation({ operationId: action, summary: schema.description ?? action })
    @ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The dossierVersion the caller saw; 412 if it is another by now.',
    })
    @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key and body get the same answer.' })
    @ApiResponse({ status: 200, description: 'The dossier as it is now.', standardSchema: DossierView })
    async act(
      @Param('id', { schema: DossierId }) id: string,
      @Body({ schema }) body: unknown,
      @CurrentActor() actor: Actor,
      @IdempotencyKey() key: string | undefined,
      @IfMatchVersion() expected: number | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<unknown> {
      // The body was validated by the schema of this very action.
      const request = { action, body } as ActionRequest;
      return applyAnswer(reply, await this.commands.change(actor, id, request, { key, expected }));
    }
  }
  return ActionController;
}

export const actionControllers = (Object.keys(dossierActions) as DossierAction[]).map(createActionController);
