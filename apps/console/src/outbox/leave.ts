import { sendAll, sendOverNetwork } from './outbox.ts';
import { ownCommands } from './own-commands.ts';
import { forgetAll } from './sealed-store.ts';

/** Before somebody signs out: what waits is sent, then nothing of it stays on this device. */
export async function leaveOutbox(owner: string): Promise<void> {
  await sendAll(ownCommands(owner), sendOverNetwork, () => undefined);
  await forgetAll();
}
