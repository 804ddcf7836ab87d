import type { Channel, OutgoingMessage, SendResult } from './channel.port.ts';
import { delivered, refused, retry } from './send-results.ts';

/** Puts a notice where its reader sees it, at most once a delivery. false: there is no such notice (any more). */
export type ShowInApp = (message: OutgoingMessage) => Promise<boolean>;

/** The inbox of the console: what is shown is delivered. */
export function createInAppChannel(show: ShowInApp): Channel {
  return {
    name: 'in-app',
    send: async (message, signal): Promise<SendResult> => {
      if (signal.aborted) return retry('interrupted', 'The attempt was interrupted.');
      try {
        if (await show(message)) return delivered('shown in the inbox');
        return refused('address-invalid', 'There is no notice to show.');
      } catch (error) {
        return retry('provider-unreachable', error instanceof Error ? error.message : String(error));
      }
    },
    close: () => Promise.resolve(),
  };
}
