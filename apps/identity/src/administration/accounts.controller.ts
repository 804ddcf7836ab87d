import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { Account, AccountId, AccountPage, AccountWithPassword, CreateAccount, PutAccountPosts } from '@motcua/contracts';
import { applyAnswer, encodeCursor, IdempotencyKey, IfMatchVersion, parseCursor } from '@motcua/http';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AccountsService, type AccountChange, type ChangeRequest } from './accounts.service.ts';
import { accountChanges, ChangePath } from './account-changes.ts';

const AccountParameters = z.object({
  search: z.string().trim().min(1).max(200).optional().describe('Part of a name, or the code of a unit.'),
  state: z.enum(['active', 'disabled']).optional(),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
const Position = z.strictObject({ id: z.string().max(200) });
const idempotent = { name: 'Idempotency-Key', required: false, description: 'The same key and body get the same answer.' };
const conditional = { name: 'If-Match', required: false, description: 'The ETag that the change is meant for.' };

/** The accounts of people, for administrators. */
@ApiTags('accounts')
@Requires('accounts.manage')
@Controller('v1/accounts')
export class AccountsController {
  constructor(@Inject(AccountsService) private readonly accounts: AccountsService) {}

  @Get()
  @ApiOperation({ summary: 'Lists accounts by their names' })
  @ApiResponse({ status: 200, description: 'A page.', standardSchema: AccountPage })
  async list(
    @Query({ schema: AccountParameters }) { cursor, ...query }: z.infer<typeof AccountParameters>,
  ): Promise<AccountPage> {
    const after = cursor === undefined ? undefined : parseCursor(cursor, Position).id;
    const accounts = await this.accounts.list({ ...query, after });
    const last = accounts.length < query.limit ? undefined : accounts.at(-1);
    return { accounts, next: last === undefined ? null : encodeCursor({ id: last.id }) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One account' })
  @ApiResponse({ status: 200, description: 'The account; ETag is its version.', standardSchema: Account })
  async get(@Param('id', { schema: AccountId }) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Account> {
    const account = await this.accounts.get(id);
    void reply.header('etag', `"${account.version}"`);
    return account;
  }

  @Post()
  @ApiOperation({ summary: 'Makes an account, with a password for one sign-in that is shown this once' })
  @ApiHeader(idempotent)
  @ApiResponse({ status: 201, description: 'The account and its password.', standardSchema: AccountWithPassword })
  async create(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: CreateAccount }) body: CreateAccount,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { answer, oneTimePassword } = await this.accounts.create(actor, key, body);
    return { account: applyAnswer(reply, answer), oneTimePassword };
  }

  @Put(':id/posts')
  @ApiOperation({ summary: 'What somebody may act as from now on; their sessions end' })
  @ApiHeader(idempotent)
  @ApiHeader(conditional)
  @ApiResponse({ status: 200, description: 'The account.', standardSchema: Account })
  putPosts(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: AccountId }) id: string,
    @IdempotencyKey() key: string | undefined,
    @IfMatchVersion() ifMatch: number | undefined,
    @Body({ schema: PutAccountPosts }) { posts }: PutAccountPosts,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return this.#change({ actor, id, key, ifMatch }, { kind: 'posts', posts }, reply);
  }

  @Post(':id/password-reset')
  @HttpCode(200)
  @ApiOperation({ summary: 'A password for one sign-in, shown this once, in place of theirs; their sessions end' })
  @ApiHeader(idempotent)
  @ApiHeader(conditional)
  @ApiResponse({ status: 200, description: 'The account and its password.', standardSchema: AccountWithPassword })
  async resetPassword(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: AccountId }) id: string,
    @IdempotencyKey() key: string | undefined,
    @IfMatchVersion() ifMatch: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { answer, oneTimePassword } = await this.accounts.resetPassword({ actor, id, key, ifMatch });
    return { account: applyAnswer(reply, answer), oneTimePassword };
  }

  @Post(':id/:change')
  @HttpCode(200)
  @ApiOperation({ summary: 'Disables, enables or unlocks an account, or forgets its second factor' })
  @ApiHeader(idempotent)
  @ApiHeader(conditional)
  @ApiResponse({ status: 200, description: 'The account.', standardSchema: Account })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: AccountId }) id: string,
    @Param('change', { schema: ChangePath }) change: ChangePath,
    @IdempotencyKey() key: string | undefined,
    @IfMatchVersion() ifMatch: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return this.#change({ actor, id, key, ifMatch }, { kind: accountChanges[change] }, reply);
  }

  async #change(request: ChangeRequest, change: AccountChange, reply: FastifyReply): Promise<unknown> {
    return applyAnswer(reply, await this.accounts.change(request, change));
  }
}
