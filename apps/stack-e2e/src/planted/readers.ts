import { AuditPage } from '@motcua/contracts';
import type { Office } from '@motcua/testing/stack';
import type { House } from './house.ts';

/** The ways in which somebody reads of an applicant, in each service that has one: what is asked, and as what its log has the dossier. */
const ways = {
  'dossier-intake': { path: (id: string) => `/v1/dossiers/${id}`, about: 'id' },
  'digitization-tracker': { path: (id: string) => `/v1/dossiers/${id}/components`, about: 'id' },
  notification: { path: (id: string) => `/v1/notices?dossier=${id}`, about: 'dossier' },
} as const;
type Service = keyof typeof ways;
const services = Object.keys(ways) as Service[]; // the keys of a constant

/** Somebody else in each service reads of the dossier. Answers who, by service. */
export async function readEverywhere(house: House, dossierId: string): Promise<Record<string, string[]>> {
  const readers = await Promise.all(
    services.map(async (service): Promise<[string, string[]]> => {
      const reader = `reader-${service}`;
      const office = await house.openOffice(reader);
      await office.get(ways[service].path(dossierId));
      return [service, [reader]];
    }),
  );
  return Object.fromEntries(readers);
}

/** Whom the audit logs name as having asked for the dossier, by service; who gave commands is not among them. */
export async function listNamedReaders(auditor: Office, dossierId: string): Promise<Record<string, string[]>> {
  const named = await Promise.all(
    services.map(async (service): Promise<[string, string[]]> => {
      const about = `${ways[service].about}=${dossierId}`;
      const { entries } = AuditPage.parse(await auditor.get(`/v1/audit/${service}`, { about, limit: '1000' }));
      const reads = entries.filter(({ route, role }) => route.startsWith('GET ') && role !== 'service');
      return [service, [...new Set(reads.map(({ sub }) => sub))].sort()];
    }),
  );
  return Object.fromEntries(named);
}

/** Who searched for a number, as the log of dossier-intake has it. */
export async function listSearchers(auditor: Office, term: string): Promise<string[]> {
  const { entries } = AuditPage.parse(await auditor.get('/v1/audit/dossier-intake', { term }));
  return entries.map(({ sub, reason }) => `${sub}: ${reason ?? ''}`);
}
