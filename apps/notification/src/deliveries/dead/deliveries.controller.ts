import { requirePermission, Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { DeadDeliveryPage, RetriedDeliveries, RetryDeliveries } from '@motcua/contracts';
import { encodeCursor, parseCursor } from '@motcua/http';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { DeadDeliveries, type DeadFilter } from './dead-deliveries.store.ts';
import { DeadCursor, DeadParameters, DeliveryId } from './delivery-parameters.ts';
import { deliveryNotDead, deliveryUnknown } from './delivery-problems.ts';

/** For heads within their subtree, and for admins: what came to nothing, and once more. */
@Controller('v1/deliveries')
@Requires('deliveries.retry')
export class DeliveriesController {
  constructor(private readonly dead: DeadDeliveries) {}

  @Get('dead')
  @ApiOperation({ summary: 'Deliveries that failed or expired, newest first, with their number by reason' })
  @ApiResponse({ status: 200, description: 'A page.', standardSchema: DeadDeliveryPage })
  async list(@Query({ schema: DeadParameters }) query: DeadParameters, @CurrentActor() actor: Actor): Promise<DeadDeliveryPage> {
    const { cursor, limit, ...asked } = query;
    const filter: DeadFilter = { ...asked, within: actor.unit };
    const after = cursor === undefined ? undefined : parseCursor(cursor, DeadCursor);
    const [{ deliveries, next }, reasons] = await Promise.all([
      this.dead.list(filter, after, limit),
      this.dead.countByReason(filter),
    ]);
    return { reasons, deliveries: [...deliveries], next: next === null ? null : encodeCursor(next) };
  }

  @Post('retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sends every dead delivery of a reason anew' })
  @ApiResponse({ status: 200, description: 'How many.', standardSchema: RetriedDeliveries })
  async retryAll(
    @Body({ schema: RetryDeliveries }) { reason }: RetryDeliveries,
    @CurrentActor() actor: Actor,
  ): Promise<RetriedDeliveries> {
    return { retried: await this.dead.retryAll({ within: actor.unit, reason }) };
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sends a dead delivery anew, from the first channel of its chain' })
  @ApiResponse({ status: 200, description: 'One.', standardSchema: RetriedDeliveries })
  async retry(@Param('id', { schema: DeliveryId }) id: string, @CurrentActor() actor: Actor): Promise<RetriedDeliveries> {
    const found = await this.dead.find(id);
    if (found === undefined) throw deliveryUnknown(id);
    requirePermission(actor, 'deliveries.retry', found.path);
    if (!found.isDead || !(await this.dead.retry(id))) throw deliveryNotDead(id);
    return { retried: 1 };
  }
}
