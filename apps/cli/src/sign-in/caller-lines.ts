import type { SignedInCaller } from '@motcua/client/sign-in';
import pc from 'picocolors';

/** Who somebody is at an installation, and what is left to be chosen. */
export function toCallerLines(gatewayUrl: string, { sub, name, posts, post }: SignedInCaller): string[] {
  const who = name === sub ? sub : `${name} (${sub})`;
  const chosen = posts.map((one) => (one === post ? pc.bold(one) : one)).join(', ');
  return [
    `${pc.bold(who)} at ${pc.cyan(gatewayUrl)}`,
    posts.length === 0 ? '  without a post: every request will be refused' : `  ${chosen}`,
    ...(post === null && posts.length > 0 ? ['  Choose one of them: MOTCUA_POST=…, or motcua login --post …'] : []),
  ];
}
