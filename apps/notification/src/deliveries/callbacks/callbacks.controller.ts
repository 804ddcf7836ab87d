import { Public } from '@motcua/auth';
import { CONFIG } from '@motcua/service';
import { Body, Controller, Get, Headers, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { CallbackService } from './callback.service.ts';
import { rawBodyOf } from './raw-callback-bodies.ts';
import { checkCallbackToken, checkSmsSignature, checkZaloSignature } from './signatures.ts';
import { SmsReport, toSmsReport } from './sms-report.ts';
import { toZaloReport, ZaloEvent } from './zalo-report.ts';

const Taken = z.object({ taken: z.literal(true) }).describe('The callback was taken.');
type Taken = z.infer<typeof Taken>;
const taken: Taken = { taken: true };

const SmsReportByAddress = SmsReport.extend({ delivery: z.string().max(100), token: z.string().max(100) });
type SmsReportByAddress = z.infer<typeof SmsReportByAddress>;

/** What providers report: without a token of ours, but signed. */
@ApiTags('callbacks')
@Public()
@Controller('v1/callbacks')
export class CallbacksController {
  constructor(
    private readonly service: CallbackService,
    /** A provider without a secret is not believed. */
    @Inject(CONFIG) private readonly config: Pick<Config, 'SMS_CALLBACK_SECRET' | 'ZALO_CALLBACK_SECRET'>,
  ) {}

  @Post('sms')
  @HttpCode(200)
  @ApiOperation({
    summary: 'A delivery report of a gateway that signs: X-Timestamp, X-Signature: sha256=HMAC(secret, timestamp.body).',
  })
  @ApiResponse({ status: 200, description: 'Taken, now or before.', standardSchema: Taken })
  async takeSigned(
    @Req() request: FastifyRequest,
    @Headers('x-signature') signature: string | undefined,
    @Headers('x-timestamp') timestamp: string | undefined,
    @Body({ schema: SmsReport }) report: SmsReport,
  ): Promise<Taken> {
    this.service.believe(
      'sms',
      checkSmsSignature(this.config.SMS_CALLBACK_SECRET, { body: rawBodyOf(request), signature, timestamp, now: Date.now() }),
    );
    await this.service.take('sms', toSmsReport(report));
    return taken;
  }

  @Get('sms')
  @ApiOperation({ summary: 'A delivery report of a gateway that cannot sign, at the address given to it with the message.' })
  @ApiResponse({ status: 200, description: 'Taken, now or before.', standardSchema: Taken })
  async takeByAddress(@Query({ schema: SmsReportByAddress }) { delivery, token, ...report }: SmsReportByAddress): Promise<Taken> {
    this.service.believe('sms', checkCallbackToken(this.config.SMS_CALLBACK_SECRET, delivery, token));
    // The token vouches for this delivery and for no other that the report may name.
    await this.service.take('sms', toSmsReport({ ...report, RequestId: delivery }));
    return taken;
  }

  @Post('zalo')
  @HttpCode(200)
  @ApiOperation({ summary: 'An event of the Official Account, signed by Zalo: X-ZEvent-Signature.' })
  @ApiResponse({ status: 200, description: 'Taken, now or before.', standardSchema: Taken })
  async takeZalo(
    @Req() request: FastifyRequest,
    @Headers('x-zevent-signature') signature: string | undefined,
    @Body({ schema: ZaloEvent }) event: ZaloEvent,
  ): Promise<Taken> {
    const { app_id: appId, timestamp } = event;
    this.service.believe(
      'zalo',
      checkZaloSignature(this.config.ZALO_CALLBACK_SECRET, {
        body: rawBodyOf(request),
        signature,
        appId,
        timestamp,
        now: Date.now(),
      }),
    );
    await this.service.take('zalo', toZaloReport(event));
    return taken;
  }
}
