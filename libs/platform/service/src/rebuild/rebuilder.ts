import type { RebuildProgress } from '@motcua/kafka';

/** How what a service made of its topics is made whole from the event tables behind them. */
export interface Rebuilder {
  /** Events that there are to read. */
  count(): Promise<number>;
  /** @param progress counted up on the way */
  rebuild(progress: RebuildProgress): Promise<void>;
}

/** `{ provide: REBUILDER, … }: Rebuilder` */
export const REBUILDER = Symbol('REBUILDER');
