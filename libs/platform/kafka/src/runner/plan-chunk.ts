import type { IncomingMessage } from '../client/kafka-client.port.ts';
import { findKeyText, type Parking } from '../dead-letters/dead-letter.store.ts';
import { toReason } from '../dead-letters/storable-text.ts';
import { toDigest, type OrphanedRecords } from '../offsets/source-agreement.ts';
import { holdsKey, type AfterParkingRule } from '../projection/after-parking.ts';
import type { BatchItem, BatchProjection } from '../projection/batch-projection.ts';
import { isControl } from '../projection/control-record.ts';
import type { Poison } from '../projection/parked-items.ts';
import { deadLetter, skip, type StepResult } from '../projection/step-result.ts';
import { findBlowReason, watch, type FuseLimits, type FuseState } from './fuse.ts';

/** What is to be done with the messages of a chunk, each in exactly one place. */
export interface ChunkPlan<Value> {
  readonly items: readonly BatchItem<Value>[];
  readonly parkings: readonly Parking[];
  /** Reason → count. */
  readonly skipped: ReadonlyMap<string, number>;
}

/** Judges every message. Pure. */
export function planChunk<Value>(
  projection: Pick<BatchProjection<Value>, 'step' | 'takesControl'>,
  messages: readonly IncomingMessage[],
  { poison = new Map(), orphaned = new Map() }: { readonly poison?: Poison; readonly orphaned?: OrphanedRecords } = {},
): ChunkPlan<Value> {
  const items: BatchItem<Value>[] = [];
  const parkings: Parking[] = [];
  const skipped = new Map<string, number>();
  for (const message of messages) {
    const result = isOrphaned(message, orphaned) ? skip('lost by the database') : classify(projection, message, poison);
    if (result.kind === 'ok') items.push({ message, value: result.value });
    else if (result.kind === 'skip') skipped.set(result.reason, (skipped.get(result.reason) ?? 0) + 1);
    else parkings.push({ message, reason: result.reason, step: result.step });
  }
  return { items, parkings, skipped };
}

/** The digest says that it is this very record: a log that lost its end gives an offset again. */
const isOrphaned = ({ offset, value }: IncomingMessage, orphaned: OrphanedRecords): boolean => {
  const digest = orphaned.get(offset);
  return digest !== undefined && value !== null && digest === toDigest(value);
};

function classify<Value>(
  { step, takesControl = false }: Pick<BatchProjection<Value>, 'step' | 'takesControl'>,
  message: IncomingMessage,
  poison: Poison,
): StepResult<Value> {
  if (!takesControl && isControl(message)) return skip('control record');
  const refused = poison.get(message.offset);
  if (refused !== undefined) return deadLetter(refused.reason, refused.step);
  try {
    return step(message);
  } catch (error) {
    // pure code that throws on a message will throw again: one message must not stop the rest
    return deadLetter(toReason(error), 'step');
  }
}

/**
 * The plan when these keys are held by parked messages already: what follows them is parked behind them, in order.
 *
 * @param rule which of the messages that are parked now hold their keys too
 */
export function holdBack<Value>(
  plan: ChunkPlan<Value>,
  heldKeys: ReadonlySet<string>,
  rule: AfterParkingRule = 'hold',
): ChunkPlan<Value> {
  const held = new Set(heldKeys);
  const items: BatchItem<Value>[] = [];
  const parkings: Parking[] = [];
  for (const entry of inLogOrder(plan)) {
    const key = findKeyText(entry.message);
    const isHeld = key !== null && held.has(key);
    if ('value' in entry && !isHeld) items.push(entry);
    else
      parkings.push(
        'value' in entry ? { message: entry.message, reason: 'an earlier message of this key is parked', step: 'hold' } : entry,
      );
    if (!('value' in entry) && key !== null && holdsKey(rule, entry.message)) held.add(key);
  }
  return { items, parkings, skipped: plan.skipped };
}

const inLogOrder = <Value>({ items, parkings }: ChunkPlan<Value>): (BatchItem<Value> | Parking)[] =>
  [...items, ...parkings].sort((one, other) => (one.message.offset < other.message.offset ? -1 : 1));

/** The fuse after this plan, and why it is blown if it is. What is merely held back does not count. */
export function watchPlan(
  fuse: FuseState,
  { items, parkings }: ChunkPlan<unknown>,
  limits: FuseLimits,
): { fuse: FuseState; blown: string | undefined } {
  const failures = parkings.filter(({ step }) => step !== 'hold');
  // the common case costs nothing: no dead letter, so only the counts move
  if (failures.length === 0 && fuse.deadLetters === 0) {
    return {
      fuse: { run: 0, deadLetters: 0, messages: Math.min(limits.window, fuse.messages + items.length) },
      blown: undefined,
    };
  }
  let state = fuse;
  for (const entry of inLogOrder({ items, parkings: failures, skipped: new Map() })) {
    state = watch(state, !('value' in entry), limits);
    const blown = findBlowReason(state, limits);
    if (blown !== undefined) return { fuse: state, blown };
  }
  return { fuse: state, blown: undefined };
}
