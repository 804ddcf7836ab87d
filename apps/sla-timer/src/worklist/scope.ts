import type { Parameters } from '@motcua/postgres';

/** Whose dossiers are listed. */
export interface Scope {
  /** Those that a unit answers for or one below it: found by the units that ever lay below, decided by the path each carries. */
  readonly unit: { readonly code: string; readonly subtree: readonly string[] } | undefined;
  /** Those that one of these units handles. */
  readonly handlingUnits: readonly string[] | undefined;
  readonly officer: string | undefined;
}

/** Conditions on a dossier `d`; only what is asked for gets one, so that each question uses its own index. */
export function inScope({ unit, handlingUnits, officer }: Scope, parameters: Parameters): string[] {
  return [
    ...(unit === undefined
      ? []
      : [
          `d.responsible_unit = ANY (${parameters.put(unit.subtree)}::text[])`,
          `d.path @> ARRAY[${parameters.put(unit.code)}::text]`,
        ]),
    ...(handlingUnits === undefined ? [] : [`d.handling_unit = ANY (${parameters.put(handlingUnits)}::text[])`]),
    ...(officer === undefined ? [] : [`d.officer = ${parameters.put(officer)}`]),
  ];
}
