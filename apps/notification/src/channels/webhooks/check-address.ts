import { isIP } from 'node:net';

/** Names that no public server has. */
const privateName = /(?:^|\.)(?:localhost|local|internal|lan|home|corp|intranet|arpa)$/u;

/**
 * Why an address is no address for webhooks, as a sentence, or undefined. It tells an operator early; what really guards is the agent
 * that looks at the address at the moment of connecting.
 */
export function checkWebhookAddress(address: string, allowPrivate: boolean): string | undefined {
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return 'Leave user and password out of the address; events are signed instead.';
  if (allowPrivate) return undefined;
  if (protocol !== 'https:') return 'Give an https address.';
  const host = hostname.replace(/^\[|\]$|\.$/gu, '');
  if (isIP(host) !== 0 || !host.includes('.') || privateName.test(host))
    return 'Give the public name of a server; numbers and private names are not called.';
  return undefined;
}
