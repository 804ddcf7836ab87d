import { Requires } from '@motcua/access';
import { bearerTokenOf, CurrentActor, type Actor } from '@motcua/auth';
import { ChangePassword, PasswordChanged } from '@motcua/contracts';
import { Body, Controller, HttpCode, Inject, Post, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { AccountsService } from './accounts.service.ts';

/** What anybody may do to their own account. */
@ApiTags('accounts')
@Controller('v1/accounts/me')
export class OwnAccountController {
  constructor(@Inject(AccountsService) private readonly accounts: AccountsService) {}

  @Put('password')
  @Requires('password.change')
  @ApiOperation({
    summary: 'A new password in place of the present one; whatever else is signed in, command lines included, ends',
  })
  @ApiResponse({ status: 200, description: 'It counts from now on.', standardSchema: PasswordChanged })
  put(
    @CurrentActor() actor: Actor,
    @Body({ schema: ChangePassword }) change: ChangePassword,
    @Req() request: FastifyRequest,
  ): Promise<PasswordChanged> {
    return this.accounts.changeOwnPassword(actor, change, { address: request.ip, sid: findOwnSid(request) });
  }

  @Post('sign-out-everywhere')
  @Requires('access.end')
  @HttpCode(204)
  @ApiOperation({ summary: 'Signs out in every browser and at every command line, here too' })
  @ApiResponse({ status: 204, description: 'It holds within seconds.' })
  signOutEverywhere(@CurrentActor() actor: Actor): Promise<void> {
    return this.accounts.signOutEverywhere(actor);
  }
}

/** By what the gateway says of where its caller is signed in with us. The token was verified to let this request in. */
function findOwnSid({ headers }: FastifyRequest): string | undefined {
  const sid = decodeJwt(bearerTokenOf(headers.authorization))['provider_sid'];
  return typeof sid === 'string' ? sid : undefined;
}
