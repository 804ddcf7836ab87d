import type { DossierView, EventsReceipt, LegacyEvent, RatingToken } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import { Office, type RunningStack } from '@motcua/testing/stack';

export const UNIT = 'xa-thanh-ba';
export const OTHER_UNIT = 'xa-quang-yen';
export const PROCEDURE = '1.004873';
export const opening = { unit: UNIT, procedure: PROCEDURE, channel: 'in-person' } as const;
/** The legacy system that reports. */
export const SOURCE = 'urn:motcua:planted';

const MINUTE_MS = 60_000;

/** Everybody who is needed to give a command of any kind, and the dossiers they give it for. */
export class House {
  private constructor(
    readonly admin: Office,
    /** Somebody else than who proposes. */
    readonly approver: Office,
    readonly head: Office,
    readonly source: Office,
    readonly auditor: Office,
    /** A provider, who has no token of ours. */
    readonly provider: { readonly smsSecret: string; readonly zaloSecret: string },
    /** A counter officer, by the name of their account. */
    readonly openOffice: (subject: string) => Promise<Office>,
  ) {}

  static async open(stack: RunningStack, provider: House['provider']): Promise<House> {
    const [admin, approver, head, source, auditor] = await Promise.all([
      Office.open(stack, 'admin'),
      Office.open(stack, 'head', 'phu-tho', undefined, 'phu-tho.head'),
      Office.open(stack, 'head', UNIT, undefined, `${UNIT}.head`),
      Office.open(stack, 'source', 'phu-tho', SOURCE),
      Office.open(stack, 'auditor', 'phu-tho', undefined, 'planted-auditor'),
    ]);
    const openOffice = (subject: string): Promise<Office> => Office.open(stack, 'counter', UNIT, undefined, subject);
    return new House(admin, approver, head, source, auditor, provider, openOffice);
  }

  /** A dossier of its own, brought as far as the commands say. Answers its id. */
  async receive(more: object = {}, ...commands: readonly (readonly [action: string, body?: object])[]): Promise<string> {
    const { dossier } = await this.admin.command<DossierView>('/v1/dossiers', { ...opening, ...more }, randomUUID());
    for (const [action, body = {}] of commands) await this.act(dossier.dossierId, action, body);
    return dossier.dossierId;
  }

  act(dossierId: string, action: string, body: object): Promise<DossierView> {
    return this.admin.command(`/v1/dossiers/${dossierId}/${action}`, body, randomUUID());
  }

  /** The link of a returned dossier, as its counter makes it. */
  async createRatingToken(): Promise<string> {
    const id = await this.receive({}, ['process'], ['return']);
    return (await this.head.command<RatingToken>(`/v1/dossiers/${id}/rating-token`, {}, randomUUID())).token;
  }

  /** A dossier that the legacy system reports, with what happened to it. Answers its code there. */
  async report(names: readonly ('received' | 'processed' | 'returned')[], data: object = {}): Promise<string> {
    const sourceCode = randomUUID();
    const start = Date.now() - names.length * MINUTE_MS;
    const events = names.map((name, index) => ({
      ...toLegacyEvent(name, sourceCode, start + index * MINUTE_MS),
      data: { sourceCode, ...(name === 'received' ? { ...opening, ...data } : {}) },
    }));
    const { status, body } = await this.source.send('POST', '/v1/events', events, batch);
    if (status !== 200 || (body as EventsReceipt).accepted !== events.length) throw new Error(JSON.stringify(body));
    return sourceCode;
  }

  /** The same, once it has its checklist. */
  async reportListed(): Promise<string> {
    const sourceCode = await this.report(['received']);
    const path = `/v1/dossiers/${await this.#findReported(sourceCode)}/components`;
    const isListed = async () => (await this.admin.find(path)).status === 200;
    await waitFor(isListed, { describe: 'the checklist of a reported dossier', timeoutMs: 60_000, intervalMs: 50 });
    return sourceCode;
  }

  /** The same, once it has been found overdue. Answers its id. */
  async reportOverdue(): Promise<string> {
    const sourceCode = await this.report(['received'], { due: new Date(Date.now() - MINUTE_MS / 2).toISOString() });
    const id = await this.#findReported(sourceCode);
    const isClassified = async () => (await this.head.find(`/v1/dossiers/${id}/overdue-cause`)).status === 200;
    await waitFor(isClassified, { describe: 'a cause of the overdue dossier', timeoutMs: 60_000, intervalMs: 200 });
    return id;
  }

  async #findReported(sourceCode: string): Promise<string> {
    const { dossiers } = await this.admin.get<{ dossiers: readonly { dossierId: string }[] }>('/v1/dossiers', { q: sourceCode });
    return dossiers[0]?.dossierId ?? '';
  }
}

export const batch = { 'content-type': 'application/cloudevents-batch+json' };

export const toLegacyEvent = (
  name: string,
  sourceCode: string,
  at: number,
): Omit<LegacyEvent, 'data' | 'type'> & { type: string } => ({
  specversion: '1.0',
  id: `${sourceCode}/${name}`,
  source: SOURCE,
  type: `vn.motcua.dossier.${name}.v1`,
  time: new Date(at).toISOString(),
});
