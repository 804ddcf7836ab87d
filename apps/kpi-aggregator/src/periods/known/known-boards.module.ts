import { Global, Module } from '@nestjs/common';
import { KNOWN_BOARDS } from '../../board/known-boards.ts';
import { LoggedBoards } from './known-boards.ts';

/** Boards ask for it by its port: what answers stands above them. */
@Global()
@Module({ providers: [{ provide: KNOWN_BOARDS, useClass: LoggedBoards }], exports: [KNOWN_BOARDS] })
export class KnownBoardsModule {}
