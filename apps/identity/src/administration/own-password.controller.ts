import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { ChangePassword } from '@motcua/contracts';
import { Body, Controller, HttpCode, Inject, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AccountsService } from './accounts.service.ts';

/** What anybody may do to their own account. */
@ApiTags('accounts')
@Controller('v1/accounts/me')
export class OwnPasswordController {
  constructor(@Inject(AccountsService) private readonly accounts: AccountsService) {}

  @Put('password')
  @Requires('password.change')
  @HttpCode(204)
  @ApiOperation({ summary: 'A new password in place of the present one' })
  @ApiResponse({ status: 204, description: 'It counts from now on.' })
  put(
    @CurrentActor() actor: Actor,
    @Body({ schema: ChangePassword }) change: ChangePassword,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    return this.accounts.changeOwnPassword(actor, change, ip);
  }
}
