import { Requires } from '@motcua/access';
import { OneTimeCodeSent, SendOneTimeCode } from '@motcua/contracts';
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Deliveries } from '../deliveries/deliveries.ts';

/** A telephone is at hand where a mailbox may not be; Zalo takes approved templates alone, and the in-app inbox is not the applicant's. */
const channels = ['sms', 'mail'] as const;
const template = { id: 'one-time-code', version: 2 };

/** For the service that shows a dossier to its applicant: it makes the codes and counts the tries, and knows no address. */
@Controller('v1/one-time-codes')
export class OneTimeCodesController {
  constructor(private readonly deliveries: Deliveries) {}

  @Post()
  @HttpCode(200)
  @Requires('one-time-codes.send')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Send an applicant a one-time code now, for services alone; it is kept nowhere' })
  @ApiResponse({ status: 200, description: 'What became of it.', standardSchema: OneTimeCodeSent })
  async send(
    @Body({ schema: SendOneTimeCode }) { dossierId, dossierCode, code, minutes, language }: SendOneTimeCode,
  ): Promise<OneTimeCodeSent> {
    const hours = minutes > 60 ? Math.round(minutes / 60) : null;
    const variables = { code: dossierCode, oneTimeCode: code, minutes, hours };
    return { outcome: await this.deliveries.sendAtOnce({ dossierId, channels, template, language, variables }) };
  }
}
