import type { DossierSnapshot, ProcedureDocument } from '@motcua/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../invention/random.ts';
import type { CounterDesk, DeskAnswer } from './counter-desk.ts';
import { createFictitiousApplicant } from './fictitious-applicant.ts';
import { choosePapers } from './choose-papers.ts';
import { chooseNextAction } from './next-action.ts';
import { PaperRoom } from './paper-room.ts';

export interface Play {
  readonly desks: readonly CounterDesk[];
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

interface OnDesk {
  readonly desk: CounterDesk;
  readonly dossier: DossierSnapshot;
}

const IN_FLIGHT = 64;

/**
 * Plays counters at a steady pace until the signal. A dossier has one action on its way at a time; where the system is slower than
 * the pace, actions wait instead of piling up. Rejects with the first failure that is not a refusal.
 */
export async function playCounters(play: Play): Promise<void> {
  const { signal, actionsPerSecond } = play;
  const onDesks: OnDesk[] = [];
  const inFlight = new Set<Promise<void>>();
  const failed: { error?: unknown } = {};
  const closing = new AbortController();
  const room = new PaperRoom(play.onAction);
  const papers = room.work(AbortSignal.any([signal, closing.signal]));
  const startedAt = performance.now();
  for (let count = 0; !signal.aborted && !('error' in failed); count += 1) {
    const wait = startedAt + (count * 1000) / actionsPerSecond - performance.now();
    if (wait > 1) await sleep(wait, undefined, { signal }).catch(() => undefined);
    if (inFlight.size >= IN_FLIGHT) await Promise.race(inFlight);
    if (isAborted(signal)) break;
    const step = takeStep(play, onDesks, room).catch((error: unknown) => {
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

async function takeStep(play: Play, onDesks: OnDesk[], room: PaperRoom): Promise<void> {
  const { random, desired } = play;
  const opens = onDesks.length === 0 || random.chance(onDesks.length < desired ? 0.5 : 0.2);
  const done = opens ? await openOne(play, room) : await workOnOne(play, onDesks, room);
  if (done !== undefined) onDesks.push(done);
}

async function openOne({ desks, procedures, random, onAction }: Play, room: PaperRoom): Promise<OnDesk | undefined> {
  const desk = random.pick(desks);
  const procedure = random.pick(procedures);
  const isOnline = procedure.serviceLevel !== 'none' && random.chance(0.6);
  const action = isOnline ? ('submit' as const) : ('receive' as const);
  const channel = isOnline ? ('online' as const) : random.chance(0.9) ? ('in-person' as const) : ('postal' as const);
  const applicant = createFictitiousApplicant(random);
  const answer = await timed(action, onAction, () => desk.open({ action, procedure: procedure.code, channel, applicant }));
  if (!('dossier' in answer)) return undefined;
  room.put(desk, answer.dossier, choosePapers(random, { action, dossier: answer.dossier, procedure }));
  return { desk, dossier: answer.dossier };
}

async function workOnOne(
  { random, procedures, onAction }: Play,
  onDesks: OnDesk[],
  room: PaperRoom,
): Promise<OnDesk | undefined> {
  const [taken] = onDesks.splice(random.between(0, onDesks.length - 1), 1);
  if (taken === undefined) return undefined;
  const { desk, dossier } = taken;
  const next = chooseNextAction(random, dossier, Date.now());
  if (next === undefined) return undefined;
  const answer = await timed(next.action, onAction, () => desk.act(dossier.dossierId, next.action, next.body));
  if (!('dossier' in answer)) return undefined;
  const procedure = procedures.find(({ code }) => code === answer.dossier.procedure);
  if (procedure !== undefined)
    room.put(desk, answer.dossier, choosePapers(random, { action: next.action, dossier: answer.dossier, procedure }));
  return answer.dossier.status === 10 ? undefined : { desk, dossier: answer.dossier };
}

async function timed(action: string, onAction: Play['onAction'], send: () => Promise<DeskAnswer>): Promise<DeskAnswer> {
  const startedAt = performance.now();
  const answer = await send();
  onAction({ action, refused: 'refused' in answer ? answer.refused : null, milliseconds: performance.now() - startedAt });
  return answer;
}
