import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { findOwnProvider, type OwnProviderVariables } from './own-provider.ts';
import { Providers, type ProviderSettings } from './provider-settings.ts';

/** What the gateway is told of whose tokens it takes. */
export interface ProviderVariables extends OwnProviderVariables {
  /** A file, YAML or JSON. */
  readonly AUTH_PROVIDERS?: string | undefined;
  /** Without that file and a provider of its own: the key set of the one issuer whose tokens say role and unit as ours do. */
  readonly AUTH_JWKS?: string | undefined;
  readonly AUTH_ISSUER: string;
}

/**
 * The installation's own provider, where there is one, and those of the file beside it.
 *
 * @throws where the file cannot be read or is not as expected; the message says where, never what stands there
 */
export function readProviders(variables: ProviderVariables): readonly ProviderSettings[] {
  const { AUTH_PROVIDERS: file, AUTH_JWKS: jwks, AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience } = variables;
  const own = findOwnProvider(variables);
  if (file !== undefined) return withOwn(readFile(file), own, file);
  const named = own ?? { name: 'motcua', issuer, audience, jwks };
  return Providers.parse({ providers: [named] }).providers;
}

function withOwn(document: unknown, own: ReturnType<typeof findOwnProvider>, file: string): readonly ProviderSettings[] {
  const others: unknown = (document as { providers?: unknown } | null)?.providers; // looked at below
  const listed: unknown[] | undefined = Array.isArray(others) ? (others as unknown[]) : undefined;
  const all = own === undefined || listed === undefined ? document : { ...(document as object), providers: [own, ...listed] };
  const parsed = Providers.safeParse(all);
  if (parsed.success) return parsed.data.providers;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`);
  throw new Error([`AUTH_PROVIDERS "${file}" has ${problems.length} problem(s):`, ...problems].join('\n'));
}

function readFile(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`AUTH_PROVIDERS "${file}" cannot be read as YAML or JSON.`, { cause });
  }
}
