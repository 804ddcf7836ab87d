import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../deploy/environment.ts';
import { copyFiles, listBuildContext, selectSources } from './build-context.ts';
import { parseDockerfile, type BuildStage, type Step } from './dockerfile.ts';

/** What a container is started from, below a folder that stands for `/`. */
export interface ReplayedImage {
  readonly root: string;
  readonly workdir: string;
  readonly env: Environment;
  readonly entrypoint: readonly string[];
  /** As USER says: `1000:1000`. */
  readonly user: string;
}

interface State {
  workdir: string;
  env: Environment;
  entrypoint: readonly string[];
  user: string;
}

/**
 * Does in an empty folder what `docker build` does with the Dockerfile, on this machine's Node: the same files, the same commands. Its
 * stages share the folder, which holds as long as the last takes the whole of the first.
 */
export async function replayImage(workspace: string, dockerfile: string, root: string): Promise<ReplayedImage> {
  const stages = parseDockerfile(await readFile(join(workspace, dockerfile), 'utf8'));
  const context = await listBuildContext(workspace, await readFile(join(workspace, `${dockerfile}.dockerignore`), 'utf8'));
  let state = toFreshState();
  for (const stage of stages) {
    state = toFreshState();
    for (const step of stage.steps) await doStep(step, { workspace, root, context, stages, state });
  }
  return { root, ...state };
}

const toFreshState = (): State => ({ workdir: '/', env: {}, entrypoint: [], user: '0:0' });

interface Replay {
  readonly workspace: string;
  readonly root: string;
  readonly context: readonly string[];
  readonly stages: readonly BuildStage[];
  readonly state: State;
}

async function doStep(step: Step, replay: Replay): Promise<void> {
  const { root, state } = replay;
  switch (step.kind) {
    case 'workdir':
      state.workdir = step.path;
      await mkdir(join(root, step.path), { recursive: true });
      return;
    case 'env':
      state.env = { ...state.env, ...step.variables };
      return;
    case 'copy':
      await copy(step, replay);
      return;
    case 'run':
      await run(step.command, replay);
      return;
    case 'user':
      state.user = step.user;
      return;
    case 'entrypoint':
      state.entrypoint = step.command;
  }
}

async function copy(step: Step & { kind: 'copy' }, { workspace, root, context, stages, state }: Replay): Promise<void> {
  const { from, parents, sources, target } = step;
  if (from !== undefined) {
    const [source] = sources;
    if (stages.every(({ name }) => name !== from) || sources.length !== 1 || source !== target || target !== state.workdir)
      throw new Error(`The replay of the image does not know COPY --from=${from} ${sources.join(' ')} ${target}.`);
    return;
  }
  const isWhole = sources.length === 1 && sources[0] === '.';
  if ((!parents && !isWhole) || !['.', './'].includes(target))
    throw new Error(`The replay of the image does not know COPY ${sources.join(' ')} ${target}.`);
  await copyFiles(workspace, join(root, state.workdir), selectSources(context, sources));
}

/** What this machine lends to a build: its programs, its cache of packages, its way to the registry. Nothing of it comes into the image. */
const lent = (): Environment => ({
  npm_config_prefer_offline: 'true',
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value = '']) =>
      /^(PATH|HOME|npm_config_|HTTPS?_PROXY$|NO_PROXY$|NODE_EXTRA_CA_CERTS$)/i.test(name) ? [[name, value]] : [],
    ),
  ),
});

async function run(command: string, { root, state }: Replay): Promise<void> {
  const child = spawn('sh', ['-e', '-c', toReplayed(command, root)], {
    cwd: join(root, state.workdir),
    env: { ...lent(), ...state.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`RUN ${command}\nended with ${String(code)}:\n${said.slice(-4_000)}`);
}

/** Folders outside the working directory lie below `root`; only root may give one to somebody else. */
function toReplayed(command: string, root: string): string {
  const below = command.replace(/(?<=\s)\/(?=(var|etc|run|opt|srv)\/)/g, `${root}/`);
  return process.getuid?.() === 0 ? below : below.replace(/ -[og] \d+/g, '');
}
