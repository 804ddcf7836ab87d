import type { CommandOf } from './digitization-command.ts';
import type { DigitizationEventPayload } from './digitization-event.ts';
import type { Component, Digitization, Result } from './digitization.ts';
import { toChecklist } from './to-checklist.ts';

/**
 * The checklist of a dossier just received, or of one whose procedure or channel was corrected: what is there already stays where
 * the new list has the same code, and a file never makes way for "nothing to scan".
 */
export function remakeChecklist(
  state: Digitization,
  { list, channel }: CommandOf<'make-checklist'>,
): readonly DigitizationEventPayload[] {
  const wanted = toChecklist(list, channel);
  if (state.status === 'none') return [{ type: 'checklist-made', because: 'received', ...wanted }];
  const components = wanted.components.map((component) => keepComponent(component, state.components));
  const results = wanted.results.map((result) => keepResult(result, state.results));
  const isSame = fingerprint(components, results) === fingerprint(state.components, state.results);
  return isSame ? [] : [{ type: 'checklist-made', because: 'corrected', components, results }];
}

/** What a correction can change: files move with their code or go. */
const fingerprint = (components: readonly Component[], results: readonly Result[]): string =>
  JSON.stringify([
    components.map(({ code, name, copies, ...state }) => [code, name.vi, name.en, copies, state.status, reasonOf(state)]),
    results.map(({ code, name }) => [code, name.vi, name.en]),
  ]);

const reasonOf = (state: Pick<Component, 'status'> & { readonly reason?: string }): string | undefined => state.reason;

function keepComponent(wanted: Component, before: readonly Component[]): Component {
  const known = before.find(({ code }) => code === wanted.code);
  if (known === undefined || known.status === 'not-digitized') return wanted;
  // Found by the channel, which may have been wrong: judged anew. Found by the list or by an officer: stays.
  if (known.status === 'exempt') return known.reason === 'online-dossier' ? wanted : known;
  return { ...known, name: wanted.name, copies: wanted.copies };
}

const keepResult = (wanted: Result, before: readonly Result[]): Result => ({
  ...wanted,
  files: before.find(({ code }) => code === wanted.code)?.files ?? [],
});
