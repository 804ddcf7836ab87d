import { Module } from '@nestjs/common';
import { MakeFirstAccounts } from './first-accounts.ts';

@Module({ providers: [MakeFirstAccounts] })
export class FirstAccountsModule {}
