import type { Archive, DigitizationState, DossierComponents, KeptFile, ReuseProposal, StoredFile } from '@motcua/contracts';
import { countComponents, isDigitized } from '@motcua/digitization';
import type { DocumentRow } from './document-row.ts';
import type { FileRow, HeldElsewhere } from './file.store.ts';
import { keptUntil, purposeOf, type RetentionTerms } from './retention-terms.ts';

export function toStoredFile(file: FileRow, { subject }: DocumentRow, terms: RetentionTerms): StoredFile {
  const end = keptUntil(file, subject.endedAt === null ? null : Date.parse(subject.endedAt), terms);
  return {
    fileId: file.id,
    sha256: file.sha256 ?? file.held?.sha256 ?? null,
    bytes: file.bytes,
    mediaType: file.mediaType,
    pages: file.pages,
    signed: file.signature === 'verified',
    signature: file.signature,
    signatureReason: file.signatureReason,
    by: file.uploadedBy,
    at: file.uploadedAt.toISOString(),
    heldBy: toArchive(file.held),
    reusedFrom: file.reusedFrom,
    purpose: purposeOf(file),
    keptUntil: end === null ? null : new Date(end).toISOString(),
    erasedAt: file.erasedAt?.toISOString() ?? null,
  };
}

/** A file that was uploaded here. */
export function toKeptFile(file: FileRow, row: DocumentRow, terms: RetentionTerms): KeptFile {
  const { heldBy: _nobody, ...shown } = toStoredFile(file, row, terms);
  const { sha256, bytes, mediaType, pages } = file;
  if (sha256 === null || bytes === null || mediaType === null || pages === null)
    throw new Error('what was uploaded is kept here');
  return { ...shown, sha256, bytes, mediaType, pages };
}

const toArchive = (held: HeldElsewhere | null): Archive | null =>
  held === null ? null : { system: held.system, ...(held.href === null ? {} : { href: held.href }) };

export const toState = ({ subject, documents }: DocumentRow): DigitizationState => ({
  dossierId: subject.dossierId,
  digitizationVersion: documents.version,
  counts: countComponents(documents.components),
  isDigitized: isDigitized(documents),
});

interface Shown {
  readonly row: DocumentRow;
  readonly files: readonly FileRow[];
  /** By component code. */
  readonly proposals: ReadonlyMap<string, readonly ReuseProposal[]> | undefined;
  readonly reuse: DossierComponents['reuse'];
  readonly terms: RetentionTerms;
}

export function toDossierComponents({ row, files, proposals, reuse, terms }: Shown): DossierComponents {
  const { subject, documents } = row;
  const filesOf = (part: FileRow['part'], code: string): StoredFile[] =>
    files.filter((file) => file.part === part && file.partCode === code).map((file) => toStoredFile(file, row, terms));
  return {
    ...toState(row),
    code: subject.code,
    components: documents.components.map((component, index) => ({
      number: index + 1,
      code: component.code,
      name: component.name,
      copies: component.copies,
      status: component.status,
      exemptReason: component.status === 'exempt' ? component.reason : null,
      files: filesOf('component', component.code),
      proposals: [...(proposals?.get(component.code) ?? [])],
    })),
    results: documents.results.map(({ code, name, files: attached }) => ({
      code,
      name,
      digitized: attached.length > 0,
      files: filesOf('result', code),
    })),
    reuse,
  };
}
