import { startOfLocalDay } from '@motcua/calendar';
import { ArchivedDocument, findDossierEventName, type LegacyEvent } from '@motcua/contracts';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readReferenceData, type ReferenceData } from '../../reference/reference-data.ts';
import { createScenarioWorld } from '../thanh-ba/create-world.ts';
import { generateThanhBa } from '../thanh-ba/generate-thanh-ba.ts';
import { type ScenarioDocuments, toScenarioDocuments } from './scenario-documents.ts';

const periodEnd = startOfLocalDay('Asia/Ho_Chi_Minh', '2022-11-01');
let reference: ReferenceData;
let events: LegacyEvent[];
let documents: ScenarioDocuments;
/** What happened to each dossier, by the code of its events. */
let histories: Map<string, Map<string, LegacyEvent>>;
/** `code/part/document` of all that is there. */
let there: Set<string>;

beforeAll(async () => {
  reference = await readReferenceData();
  const world = createScenarioWorld(reference);
  events = generateThanhBa(world, { seed: 2022 });
  documents = toScenarioDocuments(world, events);
  histories = new Map();
  for (const event of events) {
    const history = histories.get(event.data.sourceCode) ?? new Map<string, LegacyEvent>();
    histories.set(event.data.sourceCode, history.set(findDossierEventName(event.type) ?? '', event));
  }
  there = new Set([
    ...documents.archived.map(({ sourceCode, part, code }) => `${sourceCode}/${part}/${code ?? ''}`),
    ...documents.stored.map(({ dossier, code }) => `${dossier.sourceCode}/result/${code}`),
  ]);
});

const codesOf = (list: readonly { readonly code: string }[] = []): string[] => list.map(({ code }) => code);
/** The catalogue’s words for 2022. */
function listed(procedure: string) {
  const document = reference.procedures.find(({ code, validFrom }) => code === procedure && validFrom < '2022-01-02');
  return {
    asked: codesOf(document?.components?.filter(({ scan }) => scan === 'asked')),
    results: codesOf(document?.results),
  };
}

/** By the words of the rule (QĐ 766, 4.2), from events and documents alone: every paper that has to be scanned is, and every result. */
function isDigitized(sourceCode: string): boolean {
  const receipt = histories.get(sourceCode)?.get('received');
  const { asked, results } = listed(receipt?.data.procedure ?? '');
  const needed = receipt?.data.channel === 'online' ? [] : asked.map((code) => `component/${code}`);
  return [...needed, ...results.map((code) => `result/${code}`)].every((what) => there.has(`${sourceCode}/${what}`));
}

const endOf = (history: Map<string, LegacyEvent>): number =>
  Date.parse((history.get('processed') ?? history.get('stopped') ?? history.get('refused'))?.time ?? '');
const finished = (): string[] =>
  [...histories].filter(([, history]) => history.has('received') && endOf(history) < periodEnd).map(([code]) => code);

describe('the documents of the scenario', () => {
  it('make the article’s figure: above 52 % of what was finished in the ten months', () => {
    const all = finished();
    const digitized = all.filter(isDigitized);
    const share = (100 * digitized.length) / all.length;

    expect(share.toFixed(1)).toBe('52.3');
    expect([Math.round(share), share > 52]).toEqual([52, true]);
  });

  it('are better where the scanners are: at the district, and where little is to scan', () => {
    const share = (isDistrict: boolean, isOnline: boolean): number => {
      const kind = finished().filter((code) => {
        const data = histories.get(code)?.get('received')?.data;
        return (data?.unit === 'thanh-ba') === isDistrict && (data?.channel === 'online') === isOnline;
      });
      return Math.round((100 * kind.filter(isDigitized).length) / kind.length);
    };
    expect([share(true, true), share(true, false), share(false, true)].every((it) => it > 75)).toBe(true);
    expect(share(false, false)).toBeGreaterThan(10);
    expect(share(false, false)).toBeLessThan(45);
  });

  it('are lines of an import: documents that the checklist asks for, digitized after the receipt and long ago', () => {
    expect(documents.archived.filter((document) => !ArchivedDocument.safeParse(document).success)).toEqual([]);
    const wrong = documents.archived.filter(({ sourceCode, part, code = '', digitizedAt }) => {
      const receipt = histories.get(sourceCode)?.get('received');
      const { asked, results } = listed(receipt?.data.procedure ?? '');
      const isAsked = part === 'result' ? results.includes(code) : receipt?.data.channel !== 'online' && asked.includes(code);
      return !isAsked || digitizedAt <= (receipt?.time ?? '') || digitizedAt > '2022-12-01';
    });
    expect(wrong).toEqual([]);
    expect(there.size).toBe(documents.archived.length + documents.stored.length);
    expect(documents.archived.length).toBeLessThan(25_000);
  });

  it('of refused and withdrawn dossiers are none', () => {
    const codes = new Set(documents.archived.map(({ sourceCode }) => sourceCode));
    expect([...codes].filter((code) => histories.get(code)?.has('processed') !== true)).toEqual([]);
  });

  it('leave a result to scan to whoever follows the tour, of a dossier that is always the same', () => {
    const [first] = documents.onlyResultMissing;
    expect(first).toMatchObject({ sourceCode: 'H44.20.02-220104-0001', unit: 'dong-xuan' });
    for (const { sourceCode, procedure, isOnline } of documents.onlyResultMissing) {
      const { asked, results } = listed(procedure);
      expect([isOnline, isDigitized(sourceCode)]).toEqual([false, false]);
      expect(asked.every((code) => there.has(`${sourceCode}/component/${code}`))).toBe(true);
      expect(results.some((code) => there.has(`${sourceCode}/result/${code}`))).toBe(false);
    }
  });

  it('are stored here for twelve, each with a file to open', () => {
    const codes = new Set(documents.stored.map(({ dossier }) => dossier.sourceCode));
    expect([...codes].filter(isDigitized)).toHaveLength(12);
  });

  it('are the same for the same events', () => {
    expect(toScenarioDocuments(createScenarioWorld(reference), events)).toEqual(documents);
  });
});
