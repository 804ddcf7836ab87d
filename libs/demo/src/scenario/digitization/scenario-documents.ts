import type { ArchivedDocument, LegacyEvent, ProcedureDocument } from '@motcua/contracts';
import { createRandom, type Random } from '../../invention/random.ts';
import { getProcedure, type ScenarioWorld } from '../thanh-ba/scenario-world.ts';
import { STORED_DOSSIERS } from './digitization-shares.ts';
import { type FinishedDossier, listFinished } from './finished-dossiers.ts';
import { pickDigitized } from './pick-digitized.ts';

const SEED = 766;
/** Invented, as the dossiers are; `.example` is nobody's. */
const ARCHIVE = 'kho-ho-so-dien-tu-thanh-ba (kịch bản)';
const ARCHIVE_URL = 'https://kho-ho-so-thanh-ba.example';

/** A result that is stored here, as a file. */
export interface StoredResult {
  readonly dossier: FinishedDossier;
  /** Result code. */
  readonly code: string;
}

export interface ScenarioDocuments {
  /** What the old archive keeps. */
  readonly archived: readonly ArchivedDocument[];
  readonly stored: readonly StoredResult[];
  /** Dossiers that wait for nothing but the scan of their result, in the order of receipt. */
  readonly onlyResultMissing: readonly FinishedDossier[];
}

/** Which documents of the scenario were digitized in 2022. The same events give the same documents. Pure. */
export function toScenarioDocuments(world: ScenarioWorld, events: readonly LegacyEvent[]): ScenarioDocuments {
  const random = createRandom(SEED);
  const finished = listFinished(world, events);
  const { digitized, onlyResultMissing } = pickDigitized(random, finished);
  // The last that came to an end: what the archive had not taken over yet.
  const last = [...digitized].toSorted((one, other) => one.endedAt - other.endedAt).slice(-STORED_DOSSIERS);
  const archived = finished.flatMap((dossier) => {
    const isDigitized = digitized.has(dossier);
    if (!isDigitized && !onlyResultMissing.has(dossier)) return [];
    const procedure = getProcedure(world, dossier.procedure);
    const components = dossier.isOnline ? [] : toComponents(random, dossier, procedure);
    return isDigitized && !last.includes(dossier) ? [...components, ...toResults(random, dossier, procedure)] : components;
  });
  return {
    archived,
    stored: last.flatMap((dossier) => listResults(getProcedure(world, dossier.procedure)).map(({ code }) => ({ dossier, code }))),
    onlyResultMissing: finished.filter((dossier) => onlyResultMissing.has(dossier)),
  };
}

/** Papers are scanned while the citizen waits for the receipt, or soon after. */
function toComponents(random: Random, dossier: FinishedDossier, { code, components }: ProcedureDocument): ArchivedDocument[] {
  if (components === undefined) throw new Error(`The catalogue lists no documents of ${code}.`);
  return components
    .filter(({ scan }) => scan === 'asked')
    .map((component, place) =>
      toDocument(dossier, {
        part: 'component',
        code: component.code,
        at: Math.min(dossier.receivedAt + (place + 1) * 60_000 + random.between(0, 50) * 1_000, dossier.endedAt),
        pages: random.between(1, 4),
        signed: false,
      }),
    );
}

/** The result is scanned when it is there; what was asked for online is signed as a file from the start. */
function toResults(random: Random, dossier: FinishedDossier, procedure: ProcedureDocument): ArchivedDocument[] {
  return listResults(procedure).map(({ code }) =>
    toDocument(dossier, {
      part: 'result',
      code,
      at: dossier.endedAt + random.between(1, 30) * 60_000,
      pages: random.between(1, 2),
      signed: dossier.isOnline,
    }),
  );
}

function listResults({ code, results = [] }: ProcedureDocument): readonly { readonly code: string }[] {
  if (results.length === 0) throw new Error(`The catalogue lists no result of ${code}.`);
  return results;
}

interface Digitized {
  readonly part: 'component' | 'result';
  readonly code: string;
  readonly at: number;
  readonly pages: number;
  readonly signed: boolean;
}

const toDocument = ({ source, sourceCode }: FinishedDossier, { part, code, at, pages, signed }: Digitized): ArchivedDocument => ({
  source,
  sourceCode,
  part,
  code,
  digitizedAt: new Date(at).toISOString(),
  pages,
  signed,
  archive: { system: ARCHIVE, href: `${ARCHIVE_URL}/${sourceCode}/${code}` },
});
