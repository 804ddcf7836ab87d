import type { Agent } from 'node:http';
import type { LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

export interface GuardedAgents {
  of(url: string): Agent;
  close(): void;
}

/** Agents that refuse private, loopback, link-local and unspecified addresses at the moment of connecting, unless they may. */
export function createGuardedAgents(allowPrivate: boolean, lookup?: LookupFunction): GuardedAgents {
  const options = {
    allowPrivateIPAddress: allowPrivate,
    allowMetaIPAddress: false,
    keepAlive: false,
    ...(lookup === undefined ? {} : { lookup }),
  };
  const plain = new RequestFilteringHttpAgent(options);
  const secure = new RequestFilteringHttpsAgent(options);
  return {
    of: (url) => (url.startsWith('https:') ? secure : plain),
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}

/** The agent has no error class of its own; these are its words. */
export const isGuardError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'message' in error && /is not allowed\. Because/u.test(String(error.message));
