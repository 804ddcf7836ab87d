import type { ReferenceDocuments, ReferenceKind, UnitDocument } from '@motcua/contracts';
import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { CatalogueClient } from '@motcua/client/catalogue';
import { workspaceRoot } from '@motcua/stack';
import type { ImportedDossier } from './imported-dossier.ts';
import { readMapping } from './read-mapping.ts';
import { ReferenceRegistry } from './reference-registry.ts';

const boston = await readMapping(join(workspaceRoot, 'data/mappings/boston-311.yaml'));

/** A catalogue in memory that spreads what it takes at once. */
function createCatalogue(): CatalogueClient & { taken: string[] } {
  const entries = new Map<ReferenceKind, ReferenceDocuments[ReferenceKind][]>();
  const taken: string[] = [];
  return {
    taken,
    // The map holds under each kind documents of that kind alone.
    list: <Kind extends ReferenceKind>(kind: Kind) =>
      Promise.resolve([...((entries.get(kind) ?? []) as ReferenceDocuments[Kind][])]),
    listVersions: () => Promise.resolve([]),
    put(kind, documents) {
      entries.set(kind, [...(entries.get(kind) ?? []), ...documents]);
      taken.push(...documents.map((document) => `${kind} ${'id' in document ? document.id : document.code}`));
      return Promise.resolve();
    },
    waitUntilIntakeKnows: () => Promise.resolve(),
  };
}

const dossier = (unit: string, procedure = 'Bed Bugs', unmappedChannel: string | null = null): ImportedDossier => ({
  line: 2,
  sourceCode: '1',
  unit,
  procedure,
  field: 'Housing',
  channel: 'other',
  unmappedChannel,
  receivedAt: 0,
  due: null,
  endedAt: null,
  verdict: null,
});

describe('the registry of an import', () => {
  it('registers what is new under the root, once', async () => {
    const catalogue = createCatalogue();
    const registry = new ReferenceRegistry(catalogue, boston);
    await registry.registerRoot();
    await registry.register([dossier('ISD'), dossier('ISD', 'Plumbing'), dossier('PARK', 'Bed Bugs', 'Maximo Integration')]);
    await registry.register([dossier('ISD')]);

    expect(catalogue.taken).toEqual([
      'calendars boston',
      'units boston',
      'units ISD',
      'units PARK',
      'procedures Bed Bugs',
      'procedures Plumbing',
    ]);
    expect(registry.registered).toEqual({
      units: ['boston', 'ISD', 'PARK'],
      procedures: ['Bed Bugs', 'Plumbing'],
      fields: ['Housing'],
      channels: ['Maximo Integration'],
    });
    expect((await catalogue.list('units')).map(({ code, parent }) => [code, parent])).toEqual([
      ['boston', null],
      ['ISD', 'boston'],
      ['PARK', 'boston'],
    ]);
  });

  it('finds everything there the second time', async () => {
    const catalogue = createCatalogue();
    const first = new ReferenceRegistry(catalogue, boston);
    await first.registerRoot();
    await first.register([dossier('ISD')]);
    const second = new ReferenceRegistry(catalogue, boston);
    await second.registerRoot();
    await second.register([dossier('ISD')]);

    expect(second.registered).toEqual({ units: [], procedures: [], fields: [], channels: [] });
  });

  it('does not count rows under a unit of somebody else', async () => {
    const catalogue = createCatalogue();
    const other: UnitDocument = {
      code: 'ISD',
      name: { vi: 'ISD' },
      kind: 'department',
      parent: null,
      predecessors: [],
      validFrom: '2000-01-01',
      validTo: null,
    };
    await catalogue.put('units', [other]);
    const registry = new ReferenceRegistry(catalogue, boston);
    await registry.registerRoot();

    await expect(registry.register([dossier('ISD')])).rejects.toMatchObject({ code: 'import.unit-elsewhere' });
  });
});
