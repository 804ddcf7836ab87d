import type { UnitDocument } from '../reference/reference-documents.ts';
import {
  referenceKinds,
  type ReferenceDocuments,
  type ReferenceEvent,
  type ReferenceKind,
} from '../reference/reference-event.ts';

const recordedAt = '2022-01-01T00:00:00.000Z';

/** A unit that has always been there. */
export const createUnit = (
  code: string,
  kind: UnitDocument['kind'],
  parent: string | null,
  more: Partial<UnitDocument> = {},
): UnitDocument => ({
  code,
  name: { vi: code },
  kind,
  parent,
  predecessors: [],
  validFrom: '2000-01-01',
  validTo: null,
  ...more,
});

/** An entry with all its versions, as the catalogue publishes it. */
export function toReferenceRecord<Kind extends ReferenceKind>(
  kind: Kind,
  code: string,
  documents: readonly ReferenceDocuments[Kind][],
): { readonly key: string; readonly value: string } {
  const event: ReferenceEvent<Kind> = {
    specversion: '1.0',
    id: `${kind}/${code}/${documents.length}`,
    source: 'urn:motcua:catalogue',
    type: referenceKinds[kind].type,
    subject: code,
    time: recordedAt,
    data: { code, versions: documents.map((document, index) => ({ version: index + 1, recordedAt, document })) },
  };
  return { key: code, value: JSON.stringify(event) };
}

type Fixture = { readonly [Kind in ReferenceKind]?: readonly ReferenceDocuments[Kind][] };

/** The records of a fixture's documents, each an entry in its only version, by the kind whose topic they belong on. */
export function listReferenceRecords(fixture: Fixture) {
  const kinds = Object.keys(referenceKinds) as ReferenceKind[]; // the keys of a constant
  return kinds
    .filter((kind) => fixture[kind] !== undefined)
    .map((kind) => ({
      kind,
      records: (fixture[kind] ?? []).map((document) => toReferenceRecord(kind, codeOf(document), [document])),
    }));
}

const codeOf = (document: ReferenceDocuments[ReferenceKind]): string => ('id' in document ? document.id : document.code);
