import { Command, InvalidArgumentError } from 'commander';
import { createEmbeddedToken, getStackPaths } from '@motcua/stack';
import { type Role, ROLES } from '@motcua/client';
import { CliError, printJson, printLines, toExamples } from '@motcua/terminal';

interface TokenOptions {
  readonly role: Role;
  readonly unit?: string;
  readonly source?: string;
  readonly subject?: string;
  readonly json?: boolean;
}

/** Roles that act for one unit; an admin may act for all. */
const NEEDS_UNIT: readonly Role[] = ROLES.filter((role) => role !== 'admin');

/** What events say they come from, mostly `urn:<namespace>:<name>`. */
const URI = /^[a-z][a-z0-9+.-]*:\S+$/i;

/** `motcua token`: a bearer token of the embedded stack, for curl and for trying things out. */
export function createTokenCommand(): Command {
  return new Command('token')
    .description("Prints a bearer token, good for 12 hours, signed with the embedded stack's own key.")
    .requiredOption('--role <role>', `one of ${ROLES.join(', ')}`, parseRole)
    .option('--unit <code>', 'the unit it acts for; an admin may do without')
    .option('--source <urn>', 'of role source: the legacy system, as its events name it', parseUri)
    .option('--subject <name>', 'who it is')
    .option('--json', 'print {"token", "role", "unit", "source"}')
    .addHelpText(
      'after',
      toExamples(
        'motcua token --role counter --unit thanh-ba',
        'motcua token --role source --source urn:motcua:source:boston-311 --unit boston',
        'curl -H "Authorization: Bearer $(motcua token --role admin)" http://127.0.0.1:8080/v1/units',
      ),
    )
    .action(async ({ role, unit, source, subject, json = false }: TokenOptions) => {
      if (unit === undefined && NEEDS_UNIT.includes(role)) {
        throw new CliError({
          code: 'token.unit-missing',
          message: `A ${role} acts for a unit.`,
          hint: `motcua token --role ${role} --unit <code>`,
          exitCode: 2,
        });
      }
      if ((source !== undefined) !== (role === 'source')) {
        throw new CliError({
          code: 'token.source-mismatch',
          message: role === 'source' ? 'A source reports for one legacy system.' : `A ${role} is no legacy system.`,
          hint: 'motcua token --role source --source <urn> --unit <code>',
          exitCode: 2,
        });
      }
      const token = await signToken({ role, unit, source, subject });
      if (json) printJson({ token, role, unit, source });
      else printLines(token);
    });
}

async function signToken(request: Parameters<typeof createEmbeddedToken>[1]): Promise<string> {
  try {
    return await createEmbeddedToken(getStackPaths(), request);
  } catch (cause) {
    throw new CliError({
      code: 'stack.never-started',
      message: 'There is no signing key yet: the stack was never started here.',
      hint: 'npm start',
      cause,
    });
  }
}

function parseRole(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new InvalidArgumentError(`Known roles: ${ROLES.join(', ')}.`);
  return role;
}

function parseUri(text: string): string {
  if (!URI.test(text)) throw new InvalidArgumentError('A URN is wanted, such as urn:motcua:source:boston-311.');
  return text;
}
