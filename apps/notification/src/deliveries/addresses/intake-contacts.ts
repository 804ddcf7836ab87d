import type { ServiceTokens } from '@motcua/auth';
import { ApplicantContact } from '@motcua/contracts';
import type { ContactAnswer, ContactSource } from './contact-source.ts';

export interface IntakeContactsOptions {
  readonly intakeUrl: string;
  readonly tokens: ServiceTokens;
  /** Where people reach the gateway, and so the page on which they rate. */
  readonly publicUrl: string;
  readonly timeoutMs?: number;
}

/** `GET /v1/dossiers/{id}/contact` of dossier-intake, with a token of our own. An answer or an error never repeats what it held. */
export function createIntakeContacts({ intakeUrl, tokens, publicUrl, timeoutMs = 5_000 }: IntakeContactsOptions): ContactSource {
  const toUrl = (dossierId: string, reason: number | undefined) => {
    const url = new URL(`v1/dossiers/${dossierId}/contact`, intakeUrl.endsWith('/') ? intakeUrl : `${intakeUrl}/`);
    if (reason !== undefined) url.searchParams.set('reason', String(reason));
    return url;
  };
  return {
    async find(dossierId, reason) {
      try {
        const response = await fetch(toUrl(dossierId, reason), {
          headers: { authorization: `Bearer ${await tokens()}`, accept: 'application/json' },
          signal: AbortSignal.timeout(timeoutMs),
        });
        return await toAnswer(response, publicUrl);
      } catch (error) {
        // fetch and the signal name the address and the time; a body that is no JSON would be quoted by its parser.
        return away(error instanceof SyntaxError ? 'an answer that is no JSON' : nameOf(error));
      }
    },
  };
}

async function toAnswer(response: Response, publicUrl: string): Promise<ContactAnswer> {
  if (response.status === 404) {
    await response.body?.cancel();
    return { status: 'unknown' };
  }
  if (!response.ok) {
    await response.body?.cancel();
    return away(`HTTP ${response.status}`);
  }
  const parsed = ApplicantContact.safeParse(await response.json());
  if (!parsed.success) return away('an answer that is no contact');
  const { ratingToken, ...contact } = parsed.data;
  const ratingLink = ratingToken === null ? null : toRatingLink(publicUrl, ratingToken);
  return { status: 'found', contact: { ...contact, ratingLink } };
}

/** The token stands behind `#`, where no server on the way writes it into a log. */
const toRatingLink = (publicUrl: string, token: string): string => `${publicUrl.replace(/\/$/, '')}/rate#${token}`;

const away = (what: string): ContactAnswer => ({
  status: 'away',
  answer: `dossier-intake was asked for the address: ${what}`,
});

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'an unknown error');
