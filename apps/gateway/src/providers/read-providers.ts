import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Providers, type ProviderSettings } from './provider-settings.ts';

/** What the gateway is told of whose tokens it takes. */
export interface ProviderVariables {
  /** A file, YAML or JSON. */
  readonly AUTH_PROVIDERS?: string | undefined;
  /** Without that file: the key set of the one issuer whose tokens say role and unit as ours do. */
  readonly AUTH_JWKS?: string | undefined;
  readonly AUTH_ISSUER: string;
  readonly AUTH_AUDIENCE: string;
}

/** @throws where the file cannot be read or is not as expected; the message says where, never what stands there */
export function readProviders(variables: ProviderVariables): readonly ProviderSettings[] {
  const { AUTH_PROVIDERS: file, AUTH_JWKS: jwks, AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience } = variables;
  if (file === undefined) return Providers.parse({ providers: [{ name: 'motcua', issuer, audience, jwks }] }).providers;
  const parsed = Providers.safeParse(readYaml(file));
  if (parsed.success) return parsed.data.providers;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`);
  throw new Error([`AUTH_PROVIDERS "${file}" has ${problems.length} problem(s):`, ...problems].join('\n'));
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`AUTH_PROVIDERS "${file}" cannot be read as YAML or JSON.`, { cause });
  }
}
