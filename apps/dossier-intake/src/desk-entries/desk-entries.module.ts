import { EncryptedTables } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import { DeskEntryStore, deskEntryTable } from './desk-entry.store.ts';

/** What counters take down beside the applicant. */
@Global()
@Module({ providers: [DeskEntryStore], exports: [DeskEntryStore] })
export class DeskEntriesModule {
  constructor(encrypted: EncryptedTables) {
    encrypted.add(deskEntryTable);
  }
}
