import { CliError } from '@motcua/terminal';
import { z } from 'zod';

const Provider = z.object({
  name: z.string(),
  title: z.string(),
  issuer: z.string(),
  /** The public client of `motcua login`; absent: no terminal signs in there. */
  deviceClientId: z.string().optional(),
  /** Where it lies behind the gateway itself; absent: it is reached where its issuer says. */
  path: z.string().optional(),
});
/** Somebody whose tokens a gateway takes, as `GET /auth/providers` tells it. */
export type SignInProvider = z.infer<typeof Provider>;

const Providers = z.object({ providers: z.array(Provider) });

/** @throws CliError `gateway.unreachable`, `gateway.unknown` */
export async function findProviders(gatewayUrl: string): Promise<readonly SignInProvider[]> {
  const answer = await fetch(new URL('/auth/providers', gatewayUrl)).catch((cause: unknown) => {
    throw new CliError({ code: 'gateway.unreachable', message: `The gateway at ${gatewayUrl} does not answer.`, cause });
  });
  const providers = Providers.safeParse(await answer.json().catch(() => undefined));
  // An issuer that is no address is a name in tokens that somebody signs elsewhere: nobody signs in there.
  if (answer.ok && providers.success) return providers.data.providers.filter(({ issuer }) => URL.canParse(issuer));
  // A proxy before it says so while it is away, and then it is asked again.
  const code = answer.status >= 500 ? `http.${answer.status}` : 'gateway.unknown';
  throw new CliError({ code, message: `${gatewayUrl} does not say where one signs in: it is no gateway of this version.` });
}

/**
 * The one that is named, or the only one.
 *
 * @throws CliError `sign-in.no-provider`, `sign-in.unknown-provider`, `sign-in.several-providers`
 */
export function chooseProvider(
  providers: readonly SignInProvider[],
  { named, ways }: { readonly named: string | undefined; readonly ways: string },
): SignInProvider {
  const [only, ...others] = providers;
  const names = providers.map(({ name }) => name).join(', ');
  if (only === undefined) {
    const message = 'One cannot sign in at this installation like this.';
    throw new CliError({ code: 'sign-in.no-provider', message, hint: ways, exitCode: 2 });
  }
  if (named !== undefined) {
    const found = providers.find(({ name }) => name === named);
    if (found !== undefined) return found;
    const message = `The installation has no provider "${named}" for this.`;
    throw new CliError({ code: 'sign-in.unknown-provider', message, hint: `It has: ${names}`, exitCode: 2 });
  }
  if (others.length === 0) return only;
  const message = `One can sign in at several providers: ${names}.`;
  throw new CliError({
    code: 'sign-in.several-providers',
    message,
    hint: 'Name one: --provider, or MOTCUA_PROVIDER',
    exitCode: 2,
  });
}
