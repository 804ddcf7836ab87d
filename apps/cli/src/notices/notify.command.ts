import { Command } from 'commander';
import { toExamples } from '@motcua/terminal';
import { createDeadCommand } from './dead.command.ts';
import { createPreviewCommand } from './preview.command.ts';
import { createTraceCommand } from './trace.command.ts';

/** `motcua notify`: what is said, who was told, and what did not arrive. */
export function createNotifyCommand(): Command {
  return new Command('notify')
    .description('Previews templates, traces who was told what about a dossier, and sends dead deliveries anew.')
    .addHelpText(
      'after',
      toExamples('motcua notify preview received --lang vi', 'motcua notify trace H44.41-261125-0001', 'motcua notify dead list'),
    )
    .addCommand(createPreviewCommand())
    .addCommand(createTraceCommand())
    .addCommand(createDeadCommand());
}
