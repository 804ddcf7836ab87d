import { StaffContactPage, type StaffDocument } from '@motcua/contracts';
import type { CatalogueClient } from '@motcua/client/catalogue';
import { type GatewayClient, retryWhileAway } from '@motcua/client';

export interface HandedOver {
  readonly added: number;
  /** Ids of whom the unit is not in the catalogue. */
  readonly unplaced: readonly string[];
}

const PAGE = 1_000;

/**
 * Puts into the catalogue whom notification alone knows: staff that were entered before the catalogue had any. Who has left is not handed
 * over. May be repeated: whom the catalogue knows stays as it is.
 *
 * @param validFrom the first day on which they count as staff of their units
 */
export async function handOverStaff(client: GatewayClient, catalogue: CatalogueClient, validFrom: string): Promise<HandedOver> {
  const [documents, units] = await Promise.all([listUnknown(client, validFrom), catalogue.list('units')]);
  const codes = new Set(units.map(({ code }) => code));
  const placed = documents.filter(({ unit }) => codes.has(unit));
  await catalogue.put('staff', placed);
  return { added: placed.length, unplaced: documents.filter(({ unit }) => !codes.has(unit)).map(({ id }) => id) };
}

async function listUnknown(client: GatewayClient, validFrom: string): Promise<StaffDocument[]> {
  const documents: StaffDocument[] = [];
  let cursor: string | undefined;
  do {
    const query = { placedBy: 'notification', cursor, limit: PAGE };
    const { staff, next } = StaffContactPage.parse(await retryWhileAway(() => client.request('/v1/staff-contacts', { query })));
    for (const { id, place } of staff) {
      if (place !== null) documents.push({ id, unit: place.unit, role: place.role, validFrom, validTo: null });
    }
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return documents;
}
