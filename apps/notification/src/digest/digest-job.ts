import { BackgroundLoops, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { SendTold } from '../notices/send-told.ts';
import { Teller } from '../notices/teller.ts';
import { UnitDirectory } from '../organisation/unit-directory.ts';
import { DigestGate } from './digest-gate.ts';
import { sendDigests } from './send-digests.ts';

const REST_MS = 15_000;
/** While digests wait for the log. */
const WAITING_MS = 1_000;

/** Looks again and again whether a unit has opened. */
@Injectable()
export class DigestJob {
  constructor(
    @Inject(POOL) pool: Pool,
    directory: UnitDirectory,
    teller: Teller,
    gate: DigestGate,
    sending: SendTold,
    loops: BackgroundLoops,
  ) {
    const turn = async (): Promise<number> => {
      for (const told of await sendDigests({ pool, directory, teller, gate })) sending.send(told);
      return gate.waiting.units > 0 ? WAITING_MS : REST_MS;
    };
    loops.add({ name: 'digests', turn });
  }
}
