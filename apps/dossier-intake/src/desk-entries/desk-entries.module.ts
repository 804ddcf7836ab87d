import { EncryptedTables } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import { DeskEntryStore, deskEntryTable } from './desk-entry.store.ts';
import { StepEntryStore, stepEntryTable } from './step-entry.store.ts';

/** What counters take down beside the applicant, at the receipt and with later steps. */
@Global()
@Module({ providers: [DeskEntryStore, StepEntryStore], exports: [DeskEntryStore, StepEntryStore] })
export class DeskEntriesModule {
  constructor(encrypted: EncryptedTables) {
    encrypted.add(deskEntryTable);
    encrypted.add(stepEntryTable);
  }
}
