import { join, resolve } from 'node:path';
import { workspaceRoot } from './workspace-root.ts';

export interface StackPaths {
  readonly home: string;
  readonly stackFile: string;
  readonly portsFile: string;
  readonly scenarioFile: string;
  readonly logs: string;
  readonly secrets: string;
  readonly postgres: string;
  readonly kafka: string;
  readonly mail: string;
  /** Contents of dossiers' files, unless an S3 bucket is given. */
  readonly store: string;
  /** Uploads that are not examined yet; on the disk of `store`, so that keeping one is giving it another name. */
  readonly staging: string;
}

/** Everything the stack keeps lies in `.motcua/`; `MOTCUA_HOME` names another folder, so that several stacks can run at once. */
export function getStackPaths(env: NodeJS.ProcessEnv = process.env): StackPaths {
  const home = resolve(env['MOTCUA_HOME'] ?? join(workspaceRoot, '.motcua'));
  return {
    home,
    stackFile: join(home, 'stack.json'),
    portsFile: join(home, 'ports.json'),
    scenarioFile: join(home, 'scenario.json'),
    logs: join(home, 'logs'),
    secrets: join(home, 'secrets'),
    postgres: join(home, 'postgres'),
    kafka: join(home, 'kafka'),
    mail: join(home, 'mail'),
    store: join(home, 'files', 'store'),
    staging: join(home, 'files', 'staging'),
  };
}
