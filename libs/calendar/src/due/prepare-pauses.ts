import { MINUTE_MS, type Instant } from '../instant.ts';
import { refuse, type CalendarRefusal } from '../refusal.ts';
import type { Extension, Pause, PauseRule } from './due-request.ts';

/** A pause in minutes since the epoch, never empty; `to` is Infinity while it is open. Merged pauses keep every reason. */
export interface PreparedPause {
  readonly kind: 'pause';
  readonly from: number;
  readonly to: number;
  readonly rule: PauseRule;
  readonly reasons: readonly string[];
}

export interface PreparedExtension {
  readonly kind: 'extension';
  readonly at: Instant | null;
  /** In minutes, with its seconds as a fraction. */
  readonly newDue: number;
}

export type Step = PreparedPause | PreparedExtension;

type Prepared = { readonly ok: true; readonly steps: readonly Step[] } | { readonly ok: false; readonly error: CalendarRefusal };

interface Written {
  readonly begins: Instant;
  readonly pause: PreparedPause;
}

/**
 * Puts pauses and extensions in the order they are counted in. An extension follows the pauses that did not begin after it; the
 * pauses that did are merged among themselves, so that no pause begins twice.
 */
export function prepareSteps(pauses: readonly Pause[], fallback: PauseRule, extensions: readonly Extension[] = []): Prepared {
  const written: Written[] = [];
  for (const pause of pauses) {
    const prepared = toWritten(pause, fallback);
    if (prepared === undefined)
      return refuse('calendar.pause-invalid', 'A pause must have a moment it begins, not after the moment it ends.');
    if (prepared.pause.from < prepared.pause.to) written.push(prepared);
  }
  if (extensions.length === 0) return { ok: true, steps: mergePauses(written) };
  if (!extensions.every(({ newDue, at = 0 }) => Number.isFinite(newDue) && Number.isFinite(at))) {
    return refuse(
      'calendar.extension-invalid',
      'An extension must name the new due moment, and the moment it was given or none.',
    );
  }
  return { ok: true, steps: interleave(written, extensions) };
}

function interleave(written: readonly Written[], extensions: readonly Extension[]): Step[] {
  const givenAt = ({ at = -Infinity }: Extension): number => at;
  const steps: Step[] = [];
  let since = -Infinity;
  for (const extension of extensions.toSorted((left, right) => givenAt(left) - givenAt(right))) {
    const given = givenAt(extension);
    const earlier = since;
    steps.push(...mergePauses(written.filter(({ begins }) => begins > earlier && begins <= given)));
    steps.push({ kind: 'extension', at: extension.at ?? null, newDue: extension.newDue / MINUTE_MS });
    since = given;
  }
  return [...steps, ...mergePauses(written.filter(({ begins }) => begins > since))];
}

/** Cut to whole minutes first; undefined where it then ends before it begins, or is no time at all. */
function toWritten(pause: Pause, fallback: PauseRule): Written | undefined {
  const from = Math.floor(pause.from / MINUTE_MS);
  const to = pause.to === undefined || pause.to === null ? Infinity : Math.floor(pause.to / MINUTE_MS);
  if (!Number.isFinite(from) || !(from <= to)) return undefined;
  const reasons = pause.reason === undefined ? [] : [pause.reason];
  return { begins: pause.from, pause: { kind: 'pause', from, to, rule: pause.rule ?? fallback, reasons } };
}

/**
 * Pauses of one rule that overlap or touch become one; the result is in order of `from`. Of two rules that begin together the
 * restart goes first: what is left of the other after the restart then still counts.
 */
function mergePauses(written: readonly Written[]): readonly PreparedPause[] {
  if (written.length < 2) return written.map(({ pause }) => pause);
  const pauses = written.map(({ pause }) => pause).sort(byBeginning);
  return [...mergeRule(pauses, 'restart'), ...mergeRule(pauses, 'subtract')].sort(byBeginning);
}

function byBeginning(left: PreparedPause, right: PreparedPause): number {
  return left.from - right.from || (left.rule === right.rule ? 0 : left.rule === 'restart' ? -1 : 1);
}

function mergeRule(pauses: readonly PreparedPause[], rule: PauseRule): PreparedPause[] {
  const merged: PreparedPause[] = [];
  for (const pause of pauses) {
    if (pause.rule !== rule) continue;
    const previous = merged.at(-1);
    if (previous === undefined || pause.from > previous.to) merged.push(pause);
    else merged[merged.length - 1] = join(previous, pause);
  }
  return merged;
}

function join(earlier: PreparedPause, later: PreparedPause): PreparedPause {
  return { ...earlier, to: Math.max(earlier.to, later.to), reasons: [...earlier.reasons, ...later.reasons] };
}
