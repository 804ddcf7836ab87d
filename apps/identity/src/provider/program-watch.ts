import { BackgroundLoops } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { LogoutNotices } from './logout-notices.ts';
import { ProgramSignIns } from './program-sign-ins.ts';

const REST_MS = 1_000;

/** Looks whether the file of programs has changed: who is taken out shall not go on with the token they have. */
@Injectable()
export class ProgramWatch {
  constructor(
    @Inject(ProgramSignIns) signIns: ProgramSignIns,
    @Inject(LogoutNotices) notices: LogoutNotices,
    @Inject(BackgroundLoops) loops: BackgroundLoops,
  ) {
    loops.add({
      name: 'programs',
      turn: async () => {
        await signIns.compare();
        if (signIns.hasEnded) {
          signIns.hasEnded = false;
          notices.wake();
        }
        return REST_MS;
      },
    });
  }
}
