import type { SlaClock, SlaDossier } from '../vocabulary.ts';
import type { Learnt } from './play.ts';
import type { Stretch, WalkedTime } from './walked-time.ts';

/** What a clock runs to, read from the story of the dossier; moments of limits in minutes, of events in milliseconds. */
export interface Runs {
  readonly state: 'running' | 'paused' | 'closed';
  readonly start: number;
  readonly due: number | null;
  readonly canBreach: boolean;
  /** Working minutes of the limit. */
  readonly total: number;
  readonly closedAt: number | null;
  readonly step: number | null;
  readonly original: number | null;
}

/** What the story has brought so far beside the newest state. */
export interface Story {
  answeredAt: number | null;
  /** In which the acceptance waited, in minutes. */
  waits: { readonly by: string; readonly from: number; to: number }[];
  handedOverAt: number | null;
  step: number;
  stepStart: number;
  apologyOverAt: number | null;
  apologyRuns: Runs | undefined;
  status: number;
}
export const noStory = (): Story => ({
  answeredAt: null,
  waits: [],
  handedOverAt: null,
  step: 0,
  stepStart: NaN,
  apologyOverAt: null,
  apologyRuns: undefined,
  status: 0,
});

const cut = (at: number): number => Math.floor(at / 60_000);
const toStretches = (dossier: SlaDossier): Stretch[] =>
  dossier.pauses.map(({ from, to }) => ({ from: cut(from), to: to === null ? Infinity : cut(to) }));

/** Goes on with the story by an event, and says what each clock runs to after it. */
export function follow(story: Story, event: Learnt, time: WalkedTime): ReadonlyMap<SlaClock, Runs> {
  const { dossier, name, occurredAt } = event;
  if (['received', 'refused', 'stopped'].includes(name)) story.answeredAt ??= occurredAt;
  if (dossier.receivedAt === null) noteWait(story, name, occurredAt);
  if (story.answeredAt !== null) for (const wait of story.waits) if (wait.to === Infinity) wait.to = cut(story.answeredAt);
  if (name === 'received') story.stepStart = occurredAt;
  if (name === 'transferred' && (story.status !== 7 || story.handedOverAt === null)) {
    story.handedOverAt ??= occurredAt;
    if (story.step < 2) Object.assign(story, { step: story.step + 1, stepStart: occurredAt });
  }
  story.status = dossier.status;

  const runs = new Map<SlaClock, Runs>();
  if (dossier.submittedAt !== null) runs.set('acceptance', toAcceptance(dossier.submittedAt, story, time));
  if (dossier.receivedAt === null) return runs;
  runs.set('transfer', toTransfer(dossier, dossier.receivedAt, story, time));
  const limits = [
    { amount: 6, unit: 'working-hour' },
    { amount: 1, unit: 'working-day' },
    { amount: 3, unit: 'working-hour' },
  ] as const;
  const pauses = toStretches(dossier);
  const stepDue = time.due(cut(story.stepStart), limits[story.step as 0 | 1 | 2], pauses);
  runs.set('step', { ...toRuns(story.stepStart, stepDue, dossier.endedAt, pauses, time), step: story.step });
  runs.set('dossier', {
    ...toWhole(dossier, dossier.receivedAt, dossier.currentDue, time),
    original: dossier.originalDue,
    closedAt: dossier.endedAt,
  });
  const apology = toApology(event, dossier.receivedAt, story, time);
  if (apology !== undefined) runs.set('apology', apology);
  if (dossier.apology !== null)
    runs.set('promise', toRuns(dossier.apology.at, cut(dossier.apology.promised), dossier.endedAt, [], time));
  return runs;
}

function toRuns(start: number, due: number | null, closedAt: number | null, pauses: readonly Stretch[], time: WalkedTime): Runs {
  const state = closedAt !== null ? 'closed' : due === null ? 'paused' : 'running';
  const total = due === null ? 0 : countOffice(cut(start), due, pauses, time);
  return { state, start, due, canBreach: true, total, closedAt, step: null, original: null };
}

function countOffice(from: number, to: number, pauses: readonly Stretch[], time: WalkedTime): number {
  let minutes = 0;
  for (let minute = from; minute < to; minute += 1) {
    if (time.works(minute) && !pauses.some((pause) => pause.from <= minute && minute < pause.to)) minutes += 1;
  }
  return minutes;
}

/** Told by the names of the events alone: nothing of what the dossier says of its own waits is looked at. */
function noteWait(story: Story, name: string, occurredAt: number): void {
  if (['supplement-requested', 'withdrawal-requested', 'payment-requested'].includes(name)) {
    story.waits.push({ by: name, from: cut(occurredAt), to: Infinity });
  }
  const asked = answersTo.get(name);
  const wait = story.waits.find(({ by, to }) => by === asked && to === Infinity);
  if (wait !== undefined) wait.to = cut(occurredAt);
}
const answersTo: ReadonlyMap<string, string> = new Map([
  ['supplement-received', 'supplement-requested'],
  ['payment-made', 'payment-requested'],
]);

function toAcceptance(submittedAt: number, { answeredAt, waits }: Story, time: WalkedTime): Runs {
  const due = time.due(cut(submittedAt), { amount: 8, unit: 'working-hour' }, waits);
  return toRuns(submittedAt, due, answeredAt, waits, time);
}

function toTransfer(dossier: SlaDossier, receivedAt: number, { handedOverAt }: Story, time: WalkedTime): Runs {
  const over = Math.min(handedOverAt ?? Infinity, dossier.endedAt ?? Infinity);
  const pauses = dossier.pauses
    .filter(({ from }) => from < over)
    .map(({ from, to }) => ({ from: cut(from), to: cut(Math.min(to ?? Infinity, over)) }));
  const isLate = time.isTooLateForToday(cut(receivedAt));
  const due = isLate
    ? time.due(time.nextOpening(cut(receivedAt)), { amount: 1, unit: 'working-hour' }, pauses)
    : time.due(cut(receivedAt), { amount: 0, unit: 'working-day' }, pauses);
  return toRuns(receivedAt, due, over === Infinity ? null : over, pauses, time);
}

/** By the due moment the dossier carries; shares are of the limit counted afresh by the last restart. */
function toWhole(dossier: SlaDossier, receivedAt: number, dueAt: number | null, time: WalkedTime): Runs {
  const due = dueAt === null ? null : dueAt / 60_000;
  let from = receivedAt;
  for (const pause of dossier.pauses) {
    if (pause.rule === 'restart' && pause.to !== null && pause.to < (dossier.currentDue ?? 0)) from = Math.max(from, pause.to);
  }
  const runs = toRuns(from, due, dossier.endedAt, toStretches(dossier), time);
  return { ...runs, start: receivedAt };
}

/** Once over it is over; without a place before it was ever there it is none, and after that it is over. */
function toApology(event: Learnt, receivedAt: number, story: Story, time: WalkedTime): Runs | undefined {
  const { dossier, occurredAt } = event;
  if (story.apologyOverAt !== null) return story.apologyRuns;
  const dueAt = dossier.currentDue === null ? null : dossier.currentDue - 24 * 3_600_000;
  const hasPlace = dossier.limit?.amount !== 0 && (dueAt === null || dueAt > receivedAt);
  if (!hasPlace && story.apologyRuns === undefined) return undefined;
  const isOver = !hasPlace || dossier.extensionCount > 0 || dossier.endedAt !== null;
  if (isOver) story.apologyOverAt = dossier.endedAt ?? occurredAt;
  const runs = hasPlace ? toWhole(dossier, receivedAt, dueAt, time) : story.apologyRuns;
  if (runs === undefined) return undefined;
  const state = story.apologyOverAt !== null ? 'closed' : runs.due === null ? 'paused' : 'running';
  story.apologyRuns = { ...runs, canBreach: false, state, closedAt: story.apologyOverAt };
  return story.apologyRuns;
}
