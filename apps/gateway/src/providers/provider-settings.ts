import { roles } from '@motcua/auth';
import { z } from 'zod';

/** Asymmetric alone: a shared secret would let whoever verifies sign too. */
export const signatureAlgorithms = ['ES256', 'RS256', 'PS256'] as const;

/** Where in the claims something stands: names with dots between, or a list of names where one has a dot itself. */
const ClaimPath = z.union([
  z
    .string()
    .min(1)
    .transform((path) => path.split('.')),
  z.array(z.string().min(1)).min(1),
]);
export type ClaimPath = readonly string[];

const Role = z.enum(roles);

/** How a provider says who somebody is and which posts they hold. What is absent is looked for where our own tokens have it. */
const ClaimMapping = z
  .strictObject({
    /** Has to be the person's code in the staff of the catalogue, where they have one. */
    subject: ClaimPath.default(['sub']),
    name: ClaimPath.default(['name']),
    /** A list of `{ role, unit?, source? }`. */
    posts: ClaimPath.default(['posts']),
    /** Names of roles: one, several with spaces between, or a list. A name may carry its unit: `counter@xa-thanh-ba`. */
    roles: ClaimPath.default(['role']),
    /** The unit, or units, of roles that name none. */
    unit: ClaimPath.default(['unit']),
    /** The URN of a legacy system, of the role `source`. */
    source: ClaimPath.default(['source']),
    /** Only names that begin with it are roles here; it is cut off. */
    prefix: z.string().default(''),
    /** Roles of the provider's own naming: `{ "can-bo-mot-cua": "counter" }`. */
    roleNames: z.record(z.string(), Role).default({}),
  })
  .prefault({});
export type ClaimMapping = z.output<typeof ClaimMapping>;

const SignIn = z.strictObject({
  clientId: z.string().min(1),
  /** A file, so that no secret stands among settings. */
  clientSecretFile: z.string().min(1),
  scope: z.string().default('openid profile offline_access'),
  /** Which token's claims are mapped. Keycloak writes roles into its access tokens alone unless told otherwise. */
  claimsFrom: z.enum(['id-token', 'access-token']).default('id-token'),
  /** Further parameters of the authorization request, `{ "prompt": "consent" }`. */
  parameters: z.record(z.string(), z.string()).default({}),
});
export type SignInSettings = z.output<typeof SignIn>;

const Provider = z.strictObject({
  /** Short, for addresses: `/auth/sign-in?provider=tinh`. */
  name: z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and -'),
  /** For people, on the page where one of several is chosen. */
  title: z.string().min(1).optional(),
  issuer: z.string().min(1),
  /** File or address of the key set; absent: as the provider's discovery document says. */
  jwks: z.string().min(1).optional(),
  /** The provider's address on the inside, where it is not reached under that of its issuer. */
  internalUrl: z.url().optional(),
  /** Whom access tokens have to be for; one of several will do. */
  audience: z.union([
    z
      .string()
      .min(1)
      .transform((one) => [one]),
    z.array(z.string().min(1)).min(1),
  ]),
  algorithms: z.array(z.enum(signatureAlgorithms)).min(1).default(['ES256']),
  /** The longest life of a token that is taken: `exp - iat`. */
  maxLifetimeSeconds: z.coerce.number().int().min(60).max(86_400).default(43_200),
  clockToleranceSeconds: z.coerce.number().int().min(0).max(120).default(5),
  /** Roles that this provider may give; absent: all. */
  gives: z.array(Role).min(1).optional(),
  /** Put before each subject, where two providers could mean different people by one. */
  subjectPrefix: z.string().default(''),
  claims: ClaimMapping,
  /** How people sign in by a browser; absent: this provider gives tokens to clients of the API alone. */
  signIn: SignIn.optional(),
  /** The public client of `motcua login`, where the provider has the device flow. */
  deviceClientId: z.string().min(1).optional(),
});
export type ProviderSettings = z.output<typeof Provider>;

const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;

export const Providers = z
  .strictObject({ providers: z.array(Provider).min(1) })
  .refine(({ providers }) => isUnique(providers.map(({ name }) => name)), 'two providers have one name')
  .refine(({ providers }) => isUnique(providers.map(({ issuer }) => issuer)), 'two providers have one issuer');
