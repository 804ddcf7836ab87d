import type { DossierSnapshot, ProcedureDocument } from '@motcua/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../invention/random.ts';
import type { CounterHandler, CounterAnswer } from './counter-handler.ts';
import { createFictitiousApplicant } from './fictitious-applicant.ts';
import { choosePapers } from './choose-papers.ts';
import { chooseNextAction } from './next-action.ts';
import { ScanQueue } from './scan-queue.ts';

export interface Play {
  readonly counters: readonly CounterHandler[];
  readonly procedures: readonly ProcedureDocument[];
  readonly random: Random;
  readonly actionsPerSecond: number;
  /** How many dossiers lie on the desks in the middle of things; below that more are opened than worked on. */
  readonly desired: number;
  readonly signal: AbortSignal;
  readonly onAction: (outcome: ActionOutcome) => void;
}

export interface ActionOutcome {
  /** `submit` and `receive` open a dossier; `scan` and `rate` come after others. */
  readonly action: string;
  readonly refused: string | null;
  readonly milliseconds: number;
}

interface InHand {
  readonly counter: CounterHandler;
  readonly dossier: DossierSnapshot;
}

const IN_FLIGHT = 64;

/**
 * Plays counters at a steady pace until the signal. A dossier has one action on its way at a time; where the system is slower than
 * the pace, actions wait instead of piling up. Rejects with the first failure that is not a refusal.
 */
export async function playCounters(play: Play): Promise<void> {
  const { signal, actionsPerSecond } = play;
  const inHand: InHand[] = [];
  const inFlight = new Set<Promise<void>>();
  const failed: { error?: unknown } = {};
  const closing = new AbortController();
  const queue = new ScanQueue(play.onAction);
  const papers = queue.work(AbortSignal.any([signal, closing.signal]));
  const startedAt = performance.now();
  for (let count = 0; !signal.aborted && !('error' in failed); count += 1) {
    const wait = startedAt + (count * 1000) / actionsPerSecond - performance.now();
    if (wait > 1) await sleep(wait, undefined, { signal }).catch(() => undefined);
    if (inFlight.size >= IN_FLIGHT) await Promise.race(inFlight);
    if (isAborted(signal)) break;
    const step = takeStep(play, inHand, queue).catch((error: unknown) => {
      failed.error = error;
    });
    inFlight.add(step);
    void step.finally(() => inFlight.delete(step));
  }
  await Promise.all(inFlight);
  closing.abort();
  await papers;
  if ('error' in failed && !signal.aborted) throw failed.error;
}

/** The signal changes while the loop sleeps, which the compiler cannot know. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;

async function takeStep(play: Play, inHand: InHand[], queue: ScanQueue): Promise<void> {
  const { random, desired } = play;
  const opens = inHand.length === 0 || random.chance(inHand.length < desired ? 0.5 : 0.2);
  const done = opens ? await openOne(play, queue) : await workOnOne(play, inHand, queue);
  if (done !== undefined) inHand.push(done);
}

async function openOne({ counters, procedures, random, onAction }: Play, queue: ScanQueue): Promise<InHand | undefined> {
  const counter = random.pick(counters);
  const procedure = random.pick(procedures);
  const isOnline = procedure.serviceLevel !== 'none' && random.chance(0.6);
  const action = isOnline ? ('submit' as const) : ('receive' as const);
  const channel = isOnline ? ('online' as const) : random.chance(0.9) ? ('in-person' as const) : ('postal' as const);
  const applicant = createFictitiousApplicant(random);
  const answer = await timed(action, onAction, () => counter.open({ action, procedure: procedure.code, channel, applicant }));
  if (!('dossier' in answer)) return undefined;
  queue.put(counter, answer.dossier, choosePapers(random, { action, dossier: answer.dossier, procedure }));
  return { counter, dossier: answer.dossier };
}

async function workOnOne(
  { random, procedures, onAction }: Play,
  inHand: InHand[],
  queue: ScanQueue,
): Promise<InHand | undefined> {
  const [taken] = inHand.splice(random.between(0, inHand.length - 1), 1);
  if (taken === undefined) return undefined;
  const { counter, dossier } = taken;
  const next = chooseNextAction(random, dossier, Date.now());
  if (next === undefined) return undefined;
  const answer = await timed(next.action, onAction, () => counter.act(dossier.dossierId, next.action, next.body));
  if (!('dossier' in answer)) return undefined;
  const procedure = procedures.find(({ code }) => code === answer.dossier.procedure);
  if (procedure !== undefined)
    queue.put(counter, answer.dossier, choosePapers(random, { action: next.action, dossier: answer.dossier, procedure }));
  return answer.dossier.status === 10 ? undefined : { counter, dossier: answer.dossier };
}

async function timed(action: string, onAction: Play['onAction'], send: () => Promise<CounterAnswer>): Promise<CounterAnswer> {
  const startedAt = performance.now();
  const answer = await send();
  onAction({ action, refused: 'refused' in answer ? answer.refused : null, milliseconds: performance.now() - startedAt });
  return answer;
}
