import {
  DeadDeliveryPage,
  DossierPage,
  NoticePage,
  RetriedDeliveries,
  TemplatePreview,
  type DeadDelivery,
  type Notice,
  type PreviewTemplate,
} from '@motcua/contracts';
import { z } from 'zod';
import type { GatewayClient } from '@motcua/client';
import { CliError } from '@motcua/terminal';

const PAGE = 200;

/** Who was told what about a dossier, oldest first. */
export async function listNoticesOf(client: GatewayClient, dossier: string): Promise<Notice[]> {
  const notices: Notice[] = [];
  let cursor: string | undefined;
  do {
    const page = NoticePage.parse(await client.request('/v1/notices', { query: { dossier, cursor, limit: PAGE } }));
    notices.push(...page.notices);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return notices.reverse();
}

/** The newest notices of a unit and everything below it, newest first. */
export async function listNewestNotices(client: GatewayClient, unit: string, limit: number): Promise<Notice[]> {
  return NoticePage.parse(await client.request('/v1/notices', { query: { unit, limit } })).notices;
}

/** The id of a dossier by its id, its code, or its code in the system it came from. CliError `dossier.unknown` where there is none. */
export async function findDossierId(client: GatewayClient, text: string): Promise<string> {
  if (z.uuid().safeParse(text).success) return text;
  // A code of another system may be a number, and whoever searches by one says why.
  const search = { query: { q: text, limit: 2 }, headers: { 'motcua-reason': 'support' } };
  const { dossiers } = DossierPage.parse(await client.request('/v1/dossiers', search));
  const [found, other] = dossiers;
  if (found === undefined)
    throw new CliError({
      code: 'dossier.unknown',
      message: `There is no dossier ${text}.`,
      hint: 'Give its id or its whole code.',
    });
  if (other !== undefined) {
    const message = `There are several dossiers ${text}: codes of other systems repeat.`;
    throw new CliError({ code: 'dossier.ambiguous', message, hint: `Give its id, for example ${found.dossierId}.` });
  }
  return found.dossierId;
}

export async function previewTemplate(client: GatewayClient, id: string, body: PreviewTemplate): Promise<TemplatePreview> {
  const path = `/v1/notification-templates/${encodeURIComponent(id)}/preview`;
  return TemplatePreview.parse(await client.request(path, { method: 'POST', body }));
}

export interface DeadQuery {
  readonly reason?: string | undefined;
  readonly channel?: string | undefined;
  readonly unit?: string | undefined;
}

/** Deliveries that failed or expired, page after page, until `limit`, and how many there are by reason. */
export async function listDeadDeliveries(
  client: GatewayClient,
  query: DeadQuery,
  limit: number,
): Promise<{ reasons: DeadDeliveryPage['reasons']; deliveries: DeadDelivery[] }> {
  const deliveries: DeadDelivery[] = [];
  let reasons: DeadDeliveryPage['reasons'] | undefined;
  let cursor: string | undefined;
  do {
    const page = DeadDeliveryPage.parse(
      await client.request('/v1/deliveries/dead', {
        query: { ...query, cursor, limit: Math.min(PAGE, limit - deliveries.length) },
      }),
    );
    reasons ??= page.reasons;
    deliveries.push(...page.deliveries);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && deliveries.length < limit);
  return { reasons, deliveries };
}

/** Sends one dead delivery anew, or all that died of one reason. */
export async function retryDeadDeliveries(
  client: GatewayClient,
  which: { readonly id: string } | { readonly reason: string },
): Promise<RetriedDeliveries> {
  const request =
    'id' in which
      ? client.request(`/v1/deliveries/${encodeURIComponent(which.id)}/retry`, { method: 'POST' })
      : client.request('/v1/deliveries/retry', { method: 'POST', body: which });
  return RetriedDeliveries.parse(await request);
}
