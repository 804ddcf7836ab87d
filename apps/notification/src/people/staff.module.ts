import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactStore } from './contact.store.ts';
import { ContactsController } from './contacts.controller.ts';
import { StaffEntity } from './staff.entity.ts';

/** How staff are reached. */
@Module({ imports: [TypeOrmModule.forFeature([StaffEntity])], controllers: [ContactsController], providers: [ContactStore] })
export class StaffModule {}
