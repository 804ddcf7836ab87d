import { BackgroundLoops } from '@motcua/service';
import { Injectable } from '@nestjs/common';
import { ImportSessions } from './import-sessions.ts';

/** How often open sessions are looked at; within this time after its silence an abandoned one ends. */
const REST_MS = 30_000;

/** Ends sessions that nobody closed. */
@Injectable()
export class SilenceLoop {
  constructor(sessions: ImportSessions, loops: BackgroundLoops) {
    loops.add({
      name: 'import-sessions',
      turn: async () => {
        await sessions.endSilent();
        return REST_MS;
      },
    });
  }
}
