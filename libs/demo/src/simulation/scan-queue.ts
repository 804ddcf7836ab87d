import type { DossierSnapshot } from '@motcua/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { createScan } from '../scenario/digitization/create-scan.ts';
import type { Paper } from './choose-papers.ts';
import type { CounterHandler } from './counter-handler.ts';

/** Between two papers: scanning is slow, and the machine stays cool. */
const REST_MS = 250;
/** The checklist of a dossier is made from its receipt, a moment after it. */
const SETTLES_MS = 2_000;
const ATTEMPTS = 4;
/** What is more lies there unscanned: however fast counters are played, there is one scanner. */
const MOST_PAPERS = 200;

export interface PaperOutcome {
  readonly action: 'scan' | 'rate';
  readonly refused: string | null;
  readonly milliseconds: number;
}

interface Lying {
  readonly counter: CounterHandler;
  readonly dossier: Pick<DossierSnapshot, 'dossierId' | 'code'>;
  readonly paper: Paper;
  readonly notBefore: number;
  readonly attempts: number;
}

/** Where papers lie until they are scanned, one after another. */
export class ScanQueue {
  #lying: Lying[] = [];

  constructor(
    private readonly onDone: (outcome: PaperOutcome) => void,
    private readonly now: () => number = Date.now,
  ) {}

  put(counter: CounterHandler, dossier: Lying['dossier'], papers: readonly Paper[]): void {
    const notBefore = this.now() + SETTLES_MS;
    const added = papers.map((paper) => ({ counter, dossier, paper, notBefore, attempts: 0 }));
    // Citizens rate before they leave, and need no scanner for it: however much there is to scan, it is not waited for.
    const ratings = added.filter(({ paper }) => paper.kind === 'rating');
    const scans = added.filter(({ paper }) => paper.kind !== 'rating');
    this.#lying = [...ratings, ...this.#lying, ...scans].slice(0, MOST_PAPERS);
  }

  /** Until the signal. What fails in passing is tried again a few times, then left. */
  async work(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.takeOne();
      await sleep(REST_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  async takeOne(): Promise<void> {
    const place = this.#lying.findIndex(({ notBefore }) => notBefore <= this.now());
    const [taken] = place < 0 ? [] : this.#lying.splice(place, 1);
    if (taken === undefined) return;
    const startedAt = performance.now();
    const refused = await handle(taken).catch(() => 'away');
    const isLate = refused === 'away' || refused === 'dossier.unknown';
    if (isLate && taken.attempts + 1 < ATTEMPTS) {
      this.#lying.push({ ...taken, attempts: taken.attempts + 1, notBefore: this.now() + SETTLES_MS });
      return;
    }
    const milliseconds = performance.now() - startedAt;
    this.onDone({ action: taken.paper.kind === 'rating' ? 'rate' : 'scan', refused: refused ?? null, milliseconds });
  }
}

async function handle({ counter, dossier, paper }: Lying): Promise<string | undefined> {
  const { dossierId, code } = dossier;
  if (paper.kind === 'rating') return counter.rate(dossierId, paper.answers);
  // The moment too: no two scans are alike, not even of the same paper.
  const scan = await createScan([paper.title, `Hồ sơ ${code ?? dossierId}`, new Date().toISOString()]);
  return counter.scan({ dossierId, part: paper.kind, code: paper.code }, scan);
}
