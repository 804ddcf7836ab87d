import { EncryptedTables } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import { FeeTakingStore, feeTakingTable } from './fee-taking.store.ts';
import { FeesController } from './fees.controller.ts';
import { Fees } from './fees.ts';

/** What is paid, and how counters count it. */
@Global()
@Module({ controllers: [FeesController], providers: [FeeTakingStore, Fees], exports: [FeeTakingStore] })
export class FeesModule {
  constructor(encrypted: EncryptedTables) {
    encrypted.add(feeTakingTable);
  }
}
