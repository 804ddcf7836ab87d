import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.ts';
import { AccountsService } from './accounts.service.ts';
import { OwnPasswordController } from './own-password.controller.ts';

@Module({ controllers: [OwnPasswordController, AccountsController], providers: [AccountsService] })
export class AdministrationModule {}
