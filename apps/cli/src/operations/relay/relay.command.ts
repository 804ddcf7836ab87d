import { Command } from 'commander';
import { createAdoptCommand } from './adopt.command.ts';
import { createCompareCommand } from './compare.command.ts';
import { createSettleCommand } from './settle.command.ts';

/** `motcua relay`: what a halted relay asks for. See docs/adr/0004-store-identity.md and docs/adr/0052-restored-and-failed-over.md. */
export const createRelayCommand = (): Command =>
  new Command('relay')
    .description('Looks after the relays that publish the event tables.')
    .addCommand(createCompareCommand())
    .addCommand(createSettleCommand())
    .addCommand(createAdoptCommand());
