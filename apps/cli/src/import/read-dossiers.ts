import type { ImportedDossier } from './imported-dossier.ts';
import type { ImportMapping } from './mapping.ts';
import { isRejected, type RejectedRow, type SourceRow } from './source-row.ts';
import { createRowMapper } from './to-imported-dossier.ts';

export interface DossierReader {
  /** Chunks of dossiers in the order of the file. */
  read(rows: AsyncIterable<SourceRow | RejectedRow>): AsyncGenerator<ImportedDossier[]>;
  /** Rows read so far, rejected ones included. */
  rowCount(): number;
}

/** Reads rows into dossiers. Rows that follow each other and say the same of one dossier (an event log) are one. */
export function createDossierReader(
  mapping: ImportMapping,
  { chunkSize, onRejected }: { chunkSize: number; onRejected: (row: RejectedRow) => void },
): DossierReader {
  const toDossier = createRowMapper(mapping);
  let count = 0;
  return {
    rowCount: () => count,
    async *read(rows) {
      let chunk: ImportedDossier[] = [];
      let last: ImportedDossier | undefined;
      for await (const row of rows) {
        count += 1;
        const dossier = isRejected(row) ? row : toDossier(row);
        if (isRejected(dossier)) {
          onRejected(dossier);
          continue;
        }
        if (last === undefined || !saysTheSame(last, dossier)) chunk.push(dossier);
        last = dossier;
        if (chunk.length < chunkSize) continue;
        yield chunk;
        chunk = [];
      }
      if (chunk.length > 0) yield chunk;
    },
  };
}

const saysTheSame = (one: ImportedDossier, other: ImportedDossier): boolean =>
  one.sourceCode === other.sourceCode && JSON.stringify({ ...one, line: 0 }) === JSON.stringify({ ...other, line: 0 });
