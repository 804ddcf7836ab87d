import type { ServiceTokens } from '@motcua/auth';
import type { FormAnswer, FormKey, FormSource } from './form-source.ts';

export interface IntakeFormsOptions {
  readonly intakeUrl: string;
  readonly tokens: ServiceTokens;
  /** Less than what an attempt may take before its sending begins: a form that comes later would go out by nobody. */
  readonly timeoutMs?: number;
}

/** No form of ours is near it: what is larger is none. */
const MAX_BYTES = 5_000_000;

/** `GET /v1/dossiers/{id}/forms/{form}.pdf` of dossier-intake, with a token of our own: numbers in it are masked. */
export function createIntakeForms({ intakeUrl, tokens, timeoutMs = 8_000 }: IntakeFormsOptions): FormSource {
  const toUrl = ({ dossierId, form, version }: FormKey): URL =>
    new URL(
      `v1/dossiers/${dossierId}/forms/${form}.pdf?version=${version}`,
      intakeUrl.endsWith('/') ? intakeUrl : `${intakeUrl}/`,
    );
  return {
    async find(key) {
      try {
        const response = await fetch(toUrl(key), {
          headers: { authorization: `Bearer ${await tokens()}`, accept: 'application/pdf' },
          signal: AbortSignal.timeout(timeoutMs),
        });
        return await toAnswer(response, key);
      } catch (error) {
        return away(error instanceof Error ? error.name : 'an unknown error');
      }
    },
  };
}

async function toAnswer(response: Response, { form }: FormKey): Promise<FormAnswer> {
  if (!response.ok) {
    await response.body?.cancel();
    return toRefusal(response.status);
  }
  const content = Buffer.from(await response.arrayBuffer());
  if (content.length > MAX_BYTES || content.subarray(0, 5).toString('latin1') !== '%PDF-')
    return away('an answer that is no form');
  return { status: 'found', file: { name: `${form}.pdf`, content } };
}

/** Of these another try may be answered otherwise: too slow, too early, too often. */
const passing: ReadonlySet<number> = new Set([408, 425, 429]);

function toRefusal(status: number): FormAnswer {
  if (status === 404) return { status: 'none' };
  const isFinal = status >= 400 && status < 500 && !passing.has(status);
  return isFinal ? { status: 'refused', answer: toWords(`HTTP ${status}`) } : away(`HTTP ${status}`);
}

const toWords = (what: string): string => `dossier-intake was asked for the form: ${what}`;
const away = (what: string): FormAnswer => ({ status: 'away', answer: toWords(what) });
