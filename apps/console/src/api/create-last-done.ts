import type { DossierView } from '@motcua/contracts';

export type UndoPoint = NonNullable<DossierView['undo']>;

/** A dossier to which something was done that may be undone. */
export interface Done extends UndoPoint {
  readonly dossierId: string;
  readonly code: string | null;
}

/** What somebody did last, to one dossier or to many at once. */
export interface LastDone {
  readonly run: string;
  /** At least one. */
  readonly dossiers: readonly Done[];
}

export interface LastDoneStore {
  /** What an answer says of the dossier. @param run commands that were given as one have the same */
  note(view: Pick<DossierView, 'dossier' | 'undo'>, run: string): void;
  /** What the page of a dossier says: as `note`, unless it was put away or is offered already. */
  offer(view: Pick<DossierView, 'dossier' | 'undo'>): void;
  /** It is put away. */
  forget(): void;
  readonly read: () => LastDone | undefined;
  readonly subscribe: (onChange: () => void) => () => void;
}

export function createLastDone(): LastDoneStore {
  const listeners = new Set<() => void>();
  const putAway = new Set<string>();
  let last: LastDone | undefined;
  const set = (next: LastDone | undefined): void => {
    last = next;
    for (const listener of listeners) listener();
  };
  const note: LastDoneStore['note'] = ({ dossier, undo }, run) => {
    const { dossierId, code, sourceCode } = dossier;
    // A dossier that was changed again, or whose change was undone, is offered no more for what was done before.
    const before = last?.dossiers ?? [];
    const others = before.filter((done) => done.dossierId !== dossierId);
    if (undo !== undefined) {
      const done = { ...undo, dossierId, code: code ?? sourceCode };
      set({ run, dossiers: last?.run === run ? [...others, done] : [done] });
    } else if (others.length !== before.length) set(toLastDone(last?.run ?? run, others));
  };
  return {
    note,
    offer: (view) => {
      const { undo, dossier } = view;
      const offered = (last?.dossiers ?? []).some((done) => nameOf(done) === nameOf({ ...dossier, event: undo?.event }));
      if (undo === undefined || offered || putAway.has(nameOf({ ...dossier, event: undo.event }))) return;
      note(view, crypto.randomUUID());
    },
    forget: () => {
      for (const done of last?.dossiers ?? []) putAway.add(nameOf(done));
      set(undefined);
    },
    read: () => last,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

const toLastDone = (run: string, dossiers: readonly Done[]): LastDone | undefined =>
  dossiers.length === 0 ? undefined : { run, dossiers };

const nameOf = ({ dossierId, event }: { readonly dossierId: string; readonly event: number | undefined }): string =>
  `${dossierId}/${String(event)}`;
