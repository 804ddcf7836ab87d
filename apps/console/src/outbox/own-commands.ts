import { drop, keep, list } from './sealed-store.ts';
import type { CommandStore, WaitingCommand } from './outbox.ts';

/** The commands of one person that wait in this browser. */
export const ownCommands = (owner: string): CommandStore => ({
  keep: (command) => keep(owner, `command ${command.id}`, command),
  drop: (id) => drop(owner, `command ${id}`),
  list: () => list<WaitingCommand>(owner, 'command '),
});
