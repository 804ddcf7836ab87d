/** Tells all replicas of the gateway which sessions have ended. A message may be lost: each also looks for itself, every second. */
export interface Revocations {
  announce(idHashes: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** What is told of sessions that ended elsewhere. */
export type OnEnded = (idHashes: readonly string[]) => void;

export const toMessage = (idHashes: readonly string[]): string => idHashes.join(' ');

/** Others may write into the channel too: whatever is no hash is nothing. */
export const fromMessage = (message: string): string[] => message.split(' ').filter((hash) => /^[0-9a-f]{64}$/.test(hash));
