import { type Command, Option } from 'commander';

/** `--gateway` of every command that asks one: it wins over the environment for this one call. */
export function offerGateway(command: Command): void {
  for (const below of command.commands) offerGateway(below);
  if (command.commands.length > 0) return;
  const option = new Option('--gateway <url>', 'the installation to ask; else MOTCUA_URL, MOTCUA_PROFILE, or the embedded stack');
  command.addOption(option).hook('preAction', (_command, asked) => {
    const { gateway } = asked.opts<{ gateway?: string }>();
    if (gateway === undefined) return;
    process.env['MOTCUA_URL'] = gateway;
    // A profile's way to sign in is another installation's.
    delete process.env['MOTCUA_PROFILE'];
  });
}
