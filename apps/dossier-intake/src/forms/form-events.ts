import type { DossierEventName, DossierForm } from '@motcua/contracts';

/** After which steps a form is given; the control slip is about all of them. */
export const formEvents = {
  receipt: ['received'],
  supplement: ['supplement-requested'],
  refusal: ['refused'],
  apology: ['extended', 'apologised'],
  stopping: ['stopped'],
} as const satisfies Readonly<Record<Exclude<DossierForm, 'control'>, readonly DossierEventName[]>>;

const byEvent: ReadonlyMap<string, DossierForm> = new Map(
  Object.entries(formEvents).flatMap(([form, events]) => events.map((event) => [event, form as DossierForm] as const)),
);

/** The form of a step; undefined: none is given after it. */
export const findFormOf = (event: string | undefined): DossierForm | undefined =>
  event === undefined ? undefined : byEvent.get(event);
