import { referenceKinds, type ReferenceDocuments, type ReferenceKind } from '@motcua/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type GatewayClient, toCliError } from '../gateway/gateway-client.ts';
import { retryWhileAway } from '../gateway/retry-while-away.ts';
import { CliError } from '@motcua/terminal';

/** A machine that starts everything at once may take its time. */
const TIMEOUT_MS = 180_000;
const FIRST_REST_MS = 25;
const LONGEST_REST_MS = 500;
const PAGE = 1_000;
const BULK = 500;

export interface CatalogueClient {
  /** One document of each code: the one whose validity comes last. */
  list<Kind extends ReferenceKind>(kind: Kind): Promise<ReferenceDocuments[Kind][]>;
  /** Every version of a code, oldest first; empty where there is none. */
  listVersions<Kind extends ReferenceKind>(kind: Kind, code: string): Promise<ReferenceDocuments[Kind][]>;
  /** An equal document changes nothing. */
  put<Kind extends ReferenceKind>(kind: Kind, documents: readonly ReferenceDocuments[Kind][]): Promise<void>;
  /** Resolves when dossier-intake has learnt of the codes through Kafka. */
  waitUntilIntakeKnows(kind: ReferenceKind, codes: readonly string[]): Promise<void>;
}

/** The catalogue behind the gateway; the client needs the role admin or system to write. */
export function createCatalogueClient(client: GatewayClient): CatalogueClient {
  return {
    list: (kind) => retryWhileAway(() => listDocuments(client, kind)),
    listVersions: (kind, code) => retryWhileAway(() => listVersions(client, kind, code)),
    async put(kind, documents) {
      for (let from = 0; from < documents.length; from += BULK) {
        const body = documents.slice(from, from + BULK);
        await retryWhileAway(() => client.request(`/v1/${kind}`, { method: 'PUT', body }));
      }
    },
    async waitUntilIntakeKnows(kind, codes) {
      // One after the other: asking for all at once, forty times a second, keeps busy whom we wait for.
      for (const code of codes) await waitUntilKnown(client, kind, code);
    },
  };
}

async function listDocuments<Kind extends ReferenceKind>(client: GatewayClient, kind: Kind): Promise<ReferenceDocuments[Kind][]> {
  const page = z.object({ entries: z.array(z.object({ document: referenceKinds[kind].document })), next: z.string().nullable() });
  const documents: ReferenceDocuments[Kind][] = [];
  let cursor: string | undefined;
  do {
    const { entries, next } = page.parse(await client.request(`/v1/${kind}`, { query: { cursor, limit: PAGE } }));
    // The kind's own schema parsed it, which the compiler cannot follow through the table of kinds.
    documents.push(...entries.map(({ document }) => document as ReferenceDocuments[Kind]));
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return documents;
}

async function listVersions<Kind extends ReferenceKind>(
  client: GatewayClient,
  kind: Kind,
  code: string,
): Promise<ReferenceDocuments[Kind][]> {
  const response = await client.fetch(`/v1/${kind}/${encodeURIComponent(code)}/history`);
  const text = await response.text();
  if (response.status === 404) return [];
  if (!response.ok) throw toCliError(response, text);
  const history = z.object({ versions: z.array(z.object({ document: referenceKinds[kind].document })) });
  return history.parse(JSON.parse(text)).versions.map(({ document }) => document as ReferenceDocuments[Kind]); // As above.
}

async function waitUntilKnown(client: GatewayClient, kind: ReferenceKind, code: string): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  let rest = FIRST_REST_MS;
  while (!(await isKnown(client, `/v1/reference/${kind}/${encodeURIComponent(code)}`))) {
    if (Date.now() > deadline) {
      const message = `dossier-intake has not learnt of ${code} within ${TIMEOUT_MS / 1000} s.`;
      throw new CliError({ code: 'catalogue.not-spread', message, hint: 'motcua status' });
    }
    await sleep(rest);
    rest = Math.min(rest * 1.5, LONGEST_REST_MS);
  }
}

async function isKnown(client: GatewayClient, path: string): Promise<boolean> {
  const response = await client.fetch(path);
  const text = await response.text();
  // While the stack starts, intake may not listen yet: that is the same as not knowing.
  if (response.status === 404 || response.status >= 500) return false;
  if (!response.ok) throw toCliError(response, text);
  return true;
}
