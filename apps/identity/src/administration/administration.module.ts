import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.ts';
import { AccountsService } from './accounts.service.ts';
import { OwnAccountController } from './own-account.controller.ts';

@Module({ controllers: [OwnAccountController, AccountsController], providers: [AccountsService] })
export class AdministrationModule {}
