import { describe, expect, it, jest } from '@jest/globals';
import type { DossierView } from '@motcua/contracts';
import { createLastDone } from './create-last-done.ts';

type View = Pick<DossierView, 'dossier' | 'undo'>;
const until = '2026-11-17T03:05:00.000Z';

const view = (dossierId: string, event?: number): View => ({
  dossier: { dossierId, code: `H-${dossierId}`, sourceCode: null } as DossierView['dossier'],
  ...(event === undefined ? {} : { undo: { event, name: 'returned', until } }),
});
const ids = (store: ReturnType<typeof createLastDone>): unknown => store.read()?.dossiers.map(({ dossierId }) => dossierId);

describe('what was done last', () => {
  it('is one command, or all that were given as one', () => {
    const store = createLastDone();
    store.note(view('a', 2), 'one');
    expect(store.read()).toEqual({ run: 'one', dossiers: [{ dossierId: 'a', code: 'H-a', event: 2, name: 'returned', until }] });
    store.note(view('b', 2), 'many');
    store.note(view('c', 2), 'many');
    expect(ids(store)).toEqual(['b', 'c']);
  });

  it('is forgotten with what cannot be undone any more, and told only where it changed', () => {
    const store = createLastDone();
    const onChange = jest.fn();
    store.note(view('a', 2), 'many');
    store.note(view('b', 2), 'many');
    const leave = store.subscribe(onChange);
    store.note(view('x'), 'other');
    expect(onChange).not.toHaveBeenCalled();
    store.note(view('a'), 'other');
    expect(ids(store)).toEqual(['b']);
    store.note(view('b'), 'other');
    expect(store.read()).toBeUndefined();
    expect(onChange).toHaveBeenCalledTimes(2);
    leave();
    store.note(view('a', 4), 'again');
    store.forget();
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(store.read()).toBeUndefined();
  });

  it('is offered by the page of the dossier, once, and not after it was put away', () => {
    const store = createLastDone();
    store.offer(view('a'));
    expect(store.read()).toBeUndefined();
    store.note(view('b', 2), 'many');
    store.note(view('c', 2), 'many');
    store.offer(view('c', 2));
    expect(ids(store)).toEqual(['b', 'c']);
    store.offer(view('a', 2));
    expect(ids(store)).toEqual(['a']);
    store.forget();
    store.offer(view('a', 2));
    expect(store.read()).toBeUndefined();
    store.offer(view('a', 4));
    expect(ids(store)).toEqual(['a']);
  });
});
