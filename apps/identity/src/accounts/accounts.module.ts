import { Global, Module } from '@nestjs/common';
import { PasswordCheck } from './password-check.ts';

@Global()
@Module({ providers: [PasswordCheck], exports: [PasswordCheck] })
export class AccountsModule {}
