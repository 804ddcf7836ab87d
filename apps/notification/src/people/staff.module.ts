import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller.ts';

/** How staff are reached. */
@Module({ controllers: [ContactsController] })
export class StaffModule {}
