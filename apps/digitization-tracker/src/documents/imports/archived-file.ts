import { toHashedUuid, type ArchivedDocument } from '@motcua/contracts';
import type { FileRow } from '../file.store.ts';

interface ObjectPlace {
  readonly dossierId: string;
  readonly partCode: string;
}

/** The archive's address of a file names it; without one its hash does, and without that the moment it was digitized. */
const identityOf = ({ archive, sha256, digitizedAt }: ArchivedDocument): string =>
  archive.href ?? sha256 ?? new Date(digitizedAt).toISOString();

/**
 * A document that an archive keeps, as a file of its dossier. Its id follows from the archive and what names it there, so that a
 * repeated import finds it, also when it was rejected or forgotten since. It has no hash of ours: nothing is here to count one of.
 */
export function toArchivedFile(document: ArchivedDocument, { dossierId, partCode }: ObjectPlace, by: string): FileRow {
  const { part, archive, sha256 = null, pages = null, signed, digitizedAt } = document;
  return {
    id: toHashedUuid([dossierId, part, partCode, archive.system, identityOf(document)].join('\n')),
    dossierId,
    part,
    partCode,
    sha256: null,
    bytes: null,
    mediaType: null,
    pages,
    // What an archive says nobody here has looked at.
    ...(signed
      ? { signature: 'unverified', signatureReason: 'claimed-by-archive' }
      : { signature: 'none', signatureReason: null }),
    held: { system: archive.system, href: archive.href ?? null, sha256 },
    uploadedBy: by,
    uploadedAt: new Date(digitizedAt),
    reusedFrom: null,
    removedAt: null,
    erasedAt: null,
  };
}
