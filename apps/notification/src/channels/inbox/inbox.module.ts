import { Module } from '@nestjs/common';
import { InboxController } from './inbox.controller.ts';
import { InboxHub } from './inbox-hub.ts';
import { InboxStore } from './inbox.store.ts';

/** Notices as people see them, live. */
@Module({ controllers: [InboxController], providers: [InboxStore, InboxHub] })
export class InboxModule {}
