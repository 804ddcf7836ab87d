import { toLocalDate } from '@motcua/calendar';
import type { ReferenceDocuments, ReferenceKind, UnitDocument } from '@motcua/contracts';
import { isDeepStrictEqual } from 'node:util';
import { type CatalogueClient, createCatalogueClient } from '@motcua/client/catalogue';
import { createGatewayClient } from '@motcua/client';
import type { StackConnection } from '@motcua/stack';
import { handOverStaff } from './hand-over-staff.ts';
import { readReferenceData } from './reference-data.ts';
import { createStaffDirectory } from './staff-directory.ts';

/**
 * Puts the reference data into the catalogue through the gateway, and waits until dossier-intake knows them. A document that is
 * among the versions of its code stays untouched, so a second run, also after somebody's changes, does nothing. The staff are invented.
 */
export async function seedReference({ stack }: { stack: StackConnection }): Promise<void> {
  const catalogue = createCatalogueClient(createGatewayClient(stack, { role: 'admin' }));
  const { calendars, ruleSets, reasons, units, procedures } = await readReferenceData();
  await seedKind(catalogue, 'calendars', calendars, ({ id }) => id);
  await seedKind(catalogue, 'rule-sets', ruleSets, ({ code }) => code);
  await seedKind(catalogue, 'reasons', reasons, ({ code }) => code);
  await seedKind(catalogue, 'units', units, ({ code }) => code);
  await seedKind(catalogue, 'procedures', procedures, ({ code }) => code);
  await seedStaff(catalogue, units);
}

/** Gives a store of an earlier version the reasons of commands: without any dossier-intake is not ready. */
export async function addReasons({ stack }: { stack: StackConnection }): Promise<void> {
  const catalogue = createCatalogueClient(createGatewayClient(stack, { role: 'admin' }));
  await seedKind(catalogue, 'reasons', (await readReferenceData()).reasons, ({ code }) => code);
}

async function seedKind<Kind extends ReferenceKind>(
  catalogue: CatalogueClient,
  kind: Kind,
  documents: readonly ReferenceDocuments[Kind][],
  toCode: (document: ReferenceDocuments[Kind]) => string,
): Promise<void> {
  const codes = [...new Set(documents.map(toCode))];
  const known = new Map(await Promise.all(codes.map(async (code) => [code, await catalogue.listVersions(kind, code)] as const)));
  const isMissing = (document: ReferenceDocuments[Kind]): boolean =>
    !(known.get(toCode(document)) ?? []).some((version) => isDeepStrictEqual(version, document));
  await catalogue.put(kind, documents.filter(isMissing));
  await catalogue.waitUntilIntakeKnows(kind, codes);
}

/** The staff of one topic come in the order in which they were put: who knows the last one knows all. */
async function seedStaff(catalogue: CatalogueClient, units: readonly UnitDocument[]): Promise<void> {
  const known = new Set((await catalogue.list('staff')).map(({ id }) => id));
  const missing = createStaffDirectory(units)
    .map(({ document }) => document)
    .filter(({ id }) => !known.has(id));
  await catalogue.put('staff', missing);
  await catalogue.waitUntilIntakeKnows(
    'staff',
    missing.slice(-1).map(({ id }) => id),
  );
}

/** Gives the catalogue of a store of an earlier version its staff: those that come with the product, and whom notification alone knows. */
export async function addStaff({ stack }: { stack: StackConnection }): Promise<void> {
  const client = createGatewayClient(stack, { role: 'admin' });
  const catalogue = createCatalogueClient(client);
  await seedStaff(catalogue, (await readReferenceData()).units);
  await handOverStaff(client, catalogue, toLocalDate('Asia/Ho_Chi_Minh', Date.now()));
}

/**
 * Gives the rule sets of a store of an earlier version the escalation policies of their clocks. Whatever else was changed in them stays; a rule set
 * that has clocks already is left alone.
 */
export async function addClocks({ stack }: { stack: StackConnection }): Promise<void> {
  const catalogue = createCatalogueClient(createGatewayClient(stack, { role: 'admin' }));
  for (const { code, validFrom, clocks } of (await readReferenceData()).ruleSets) {
    const versions = await catalogue.listVersions('rule-sets', code);
    const held = versions.findLast((version) => version.validFrom === validFrom);
    if (held === undefined || held.clocks !== undefined || clocks === undefined) continue;
    await catalogue.put('rule-sets', [{ ...held, clocks }]);
  }
}
