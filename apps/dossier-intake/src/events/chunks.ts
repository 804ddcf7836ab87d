import type { ParsedLine } from './parse-lines.ts';

/** The lines of some dossiers, each dossier's in the order they were listed. */
export type Chunk = readonly { readonly dossierId: string; readonly lines: readonly ParsedLine[] }[];

export interface ChunkLimits {
  readonly dossiers: number;
  readonly events: number;
}

/** A transaction stays short: it holds at most this many dossiers' locks and rows, unless one dossier alone has more. */
export const chunkLimits: ChunkLimits = { dossiers: 200, events: 1000 };

/** Groups lines by dossier and cuts the groups into chunks; no dossier is in two, so that chunks can be taken side by side. */
export function toChunks(lines: readonly ParsedLine[], limits: ChunkLimits = chunkLimits): Chunk[] {
  const chunks: { readonly dossierId: string; readonly lines: readonly ParsedLine[] }[][] = [];
  let events = Infinity;
  for (const [dossierId, own] of groupByDossier(lines)) {
    const last = chunks.at(-1);
    if (last === undefined || last.length >= limits.dossiers || events + own.length > limits.events) {
      chunks.push([{ dossierId, lines: own }]);
      events = own.length;
    } else {
      last.push({ dossierId, lines: own });
      events += own.length;
    }
  }
  return chunks;
}

function groupByDossier(lines: readonly ParsedLine[]): Map<string, ParsedLine[]> {
  const groups = new Map<string, ParsedLine[]>();
  for (const line of lines) {
    const group = groups.get(line.dossierId);
    if (group === undefined) groups.set(line.dossierId, [line]);
    else group.push(line);
  }
  return groups;
}
