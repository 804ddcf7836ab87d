import { institutionalFigures, type InstitutionalFigure } from '@motcua/contracts';

export interface BuiltInstitutional {
  readonly key: string;
  readonly value: string;
}

/** The event of all versions of one kind and unit, oldest first. */
export function createInstitutional(documents: readonly [InstitutionalFigure, ...InstitutionalFigure[]]): BuiltInstitutional {
  const recordedAt = '2022-11-03T00:00:00.000Z';
  const [{ kind, unit }] = documents;
  const code = `${kind}/${unit}`;
  const versions = documents.map((document, index) => ({ version: index + 1, recordedAt, document }));
  const origin = { id: `institutional-figures/${code}/${versions.length}`, source: '/catalogue', time: recordedAt };
  return { key: code, value: JSON.stringify(institutionalFigures.create(code, origin, { code, versions })) };
}
