import type { InstitutionalFigure } from '@motcua/contracts';
import { createHash } from 'node:crypto';
import { documentLists, type DocumentList } from './document-lists.ts';
import { createSmallPdf } from '@motcua/testing/stack';

export interface PlannedFile {
  readonly part: 'component' | 'result';
  /** Code of the component or result. */
  readonly code: string;
  /** Where it is sent, below the dossier. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  /** again: once more when it is there; at-once: by two officers at the same moment. */
  readonly sent: 'once' | 'again' | 'at-once';
}

export interface PlannedDossier {
  readonly name: string;
  readonly unit: string;
  readonly list: DocumentList;
  readonly files: readonly PlannedFile[];
  /** All scans of the receipt at the same moment, else one after the other. */
  readonly together: boolean;
  readonly ends: 'open' | 'processed' | 'returned';
  readonly rating: { readonly satisfied: boolean; readonly twice: boolean } | undefined;
  /** Between two deeds: the day lasts about as long as the import and its kills. */
  readonly pauseMs: number;
}

export interface Day {
  readonly dossiers: readonly PlannedDossier[];
  /** What clerks enter, each so long after the one before it. */
  readonly entries: readonly { readonly figure: InstitutionalFigure; readonly pauseMs: number }[];
  /** When the service is killed: in the middle of the next upload after so many answered ones, so long after half of it has arrived. */
  readonly strikes: readonly { readonly afterUploads: number; readonly delayMs: number }[];
}

/** Communes of today; the data set that is imported beside has none of them. */
export const communes = ['xa-thanh-ba', 'xa-quang-yen', 'xa-lien-minh'] as const;

const DOSSIERS = 36;
const KILLS = 2;
/** Between two entries of a clerk, so that they too last as long as the import. */
const LONGEST_BREAK_MS = 12_000;
/** So that half of a file is more than the chunk in which uploads are sealed: a beginning of it can be seen. */
const BALLAST_BYTES = 200_000;

/** What officers and citizens of a few communes do in a day, all of it chosen by `random`. */
export async function planDay(random: () => number): Promise<Day> {
  const dossiers: PlannedDossier[] = [];
  for (let index = 0; index < DOSSIERS; index += 1) dossiers.push(await planDossier(`dossier ${index + 1}`, random));
  const uploads = dossiers.flatMap(({ files }) => files).length;
  const strikes = Array.from({ length: KILLS }, (_, index) => ({
    afterUploads: Math.floor(((index + random()) / (KILLS + 0.5)) * uploads),
    delayMs: Math.floor(random() * 120),
  }));
  const figures = communes.flatMap((unit) => planFigures(unit, random));
  const entries = figures.map((figure) => ({ figure, pauseMs: Math.floor(random() * LONGEST_BREAK_MS) }));
  return { dossiers, entries, strikes };
}

async function planDossier(name: string, random: () => number): Promise<PlannedDossier> {
  const list = pick(documentLists, random);
  const ending = random();
  const ends = ending < 0.15 ? 'open' : ending < 0.35 ? 'processed' : 'returned';
  const components = list.asked.flatMap(({ number, code }) => {
    const sheets = random() < 0.8 ? (random() < 0.2 ? 2 : 1) : 0;
    return Array.from({ length: sheets }, () => ({ part: 'component' as const, code, path: `components/${number}/files` }));
  });
  const hasResult = ends !== 'open' && random() < 0.75;
  const results = hasResult ? [{ part: 'result' as const, code: list.result, path: 'result/files' }] : [];
  const files: PlannedFile[] = [];
  for (const [index, target] of [...components, ...results].entries()) {
    const bytes = await createSmallPdf(`${name}, file ${index + 1}: ${random()}`, BALLAST_BYTES);
    const lot = random();
    const sent = lot < 0.15 ? 'again' : lot < 0.35 ? 'at-once' : 'once';
    files.push({ ...target, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), sent });
  }
  const isRated = ends === 'returned' && random() < 0.7;
  const rating = isRated ? { satisfied: random() < 0.75, twice: random() < 0.3 } : undefined;
  const [together, pauseMs] = [random() < 0.3, 200 + Math.floor(random() * 700)];
  return { name, unit: pick(communes, random), list, files, together, ends, rating, pauseMs };
}

function planFigures(unit: string, random: () => number): InstitutionalFigure[] {
  const whole = 20 + Math.floor(random() * 30);
  const part = Math.floor(random() * whole);
  const entry = (kind: string) => ({
    unit,
    validFrom: '2025-07-01',
    validTo: null,
    evidence: [{ documentNumber: `${part}/BC-${kind}`, date: '2025-08-04' }],
  });
  return [
    { kind: 'modern-one-stop', ...entry('MCHD'), modern: random() < 0.5 },
    { kind: 'mailboxes', ...entry('HTDT'), issued: part, entitled: whole },
    { kind: 'petitions', ...entry('PAKN'), validTo: '2025-07-31', received: whole, answeredOnTime: part },
  ];
}

const pick = <T>(items: readonly T[], random: () => number): T => items[Math.floor(random() * items.length)] as T; // None of the lists is empty.
