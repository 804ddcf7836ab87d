import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { Code } from '@motcua/contracts';
import { ProblemError } from '@motcua/http';
import { ReferenceGuard } from '@motcua/reference';
import { CONFIG } from '@motcua/service';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put, Res, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Config } from '../../config.ts';
import { unitUnknown } from '../../http/problems.ts';
import { UnitDirectory } from '../../people/unit-directory.ts';
import { checkWebhookAddress } from './check-address.ts';
import { WebhookStore } from './webhook.store.ts';
import { PutWebhook, WebhookList, WebhookView } from './webhook.ts';

/** Subscriptions of other systems; for operators alone, as they carry events out of the house. */
@ApiTags('webhooks')
@Controller('v1/webhooks')
@Requires('operate')
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhookStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'WEBHOOK_ALLOW_PRIVATE'>,
    private readonly directory: UnitDirectory,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Every subscription, without secrets.' })
  @ApiResponse({ status: 200, description: 'The subscriptions.', standardSchema: WebhookList })
  async list(): Promise<WebhookList> {
    return { webhooks: await this.webhooks.list() };
  }

  @Get(':id')
  @ApiOperation({ summary: 'A subscription, without its secret.' })
  @ApiResponse({ status: 200, description: 'The subscription.', standardSchema: WebhookView })
  async get(@Param('id', { schema: Code }) id: string): Promise<WebhookView> {
    const webhook = await this.webhooks.find(id);
    if (webhook === undefined) throw webhookUnknown(id);
    return webhook;
  }

  @Put(':id')
  @UseGuards(ReferenceGuard)
  @ApiOperation({ summary: 'Makes or changes a subscription; a secret is shown when it is made, and never again.' })
  @ApiResponse({ status: 200, description: 'Changed.', standardSchema: WebhookView })
  @ApiResponse({ status: 201, description: 'Made, with its secret.', standardSchema: WebhookView })
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Code }) id: string,
    @Body({ schema: PutWebhook }) body: PutWebhook,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookView> {
    const objection = checkWebhookAddress(body.url, this.config.WEBHOOK_ALLOW_PRIVATE);
    if (objection !== undefined) throw addressForbidden(objection);
    if (!this.directory.has(body.unit)) throw unitUnknown();
    const { webhook, isNew } = await this.webhooks.put(id, body, actor.sub);
    void reply.status(isNew ? 201 : 200);
    return webhook;
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ends a subscription; what is still to be sent to it is not sent.' })
  @ApiResponse({ status: 204, description: 'There is none of that id (any more).' })
  async remove(@Param('id', { schema: Code }) id: string): Promise<void> {
    await this.webhooks.remove(id);
  }
}

const webhookUnknown = (id: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'webhook.unknown',
    titles: { vi: 'Không có webhook này', en: 'There is no such webhook' },
    detail: {
      vi: `Không có webhook "${id}": hãy chọn trong danh sách webhook.`,
      en: `There is no webhook "${id}". GET /v1/webhooks lists those there are.`,
    },
  });

const addressForbidden = (detail: string): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'webhook.address-forbidden',
    titles: { vi: 'Địa chỉ webhook không được phép', en: 'The address is not permitted' },
    detail,
  });
