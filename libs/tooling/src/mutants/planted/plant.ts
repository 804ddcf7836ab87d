import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copyWorkspace, workspaceRoot } from '../../copy-workspace.ts';
import { mutate } from '../mutant.ts';
import type { Planted } from './planted.ts';

const run = promisify(execFile);

/** A copy of the workspace with what is built of it, into which one bug after the other is put. */
export class PlantedStack {
  readonly top: string;

  private constructor(top: string) {
    this.top = top;
  }

  /** @throws where the workspace is not built */
  static async copy(): Promise<PlantedStack> {
    const top = copyWorkspace();
    for (const project of await listProjects(top)) {
      const built = join(workspaceRoot, project, 'dist');
      if (existsSync(built)) await cp(built, join(top, project, 'dist'), { recursive: true });
    }
    if (!existsSync(join(top, 'apps/cli/dist'))) throw new Error('The workspace is not built: npm run build.');
    return new PlantedStack(top);
  }

  /** Builds the bug in. @returns takes it out again */
  async plant({ mutant }: Pick<Planted, 'mutant'>): Promise<() => Promise<void>> {
    const file = join(this.top, mutant.file);
    const source = await readFile(file, 'utf8');
    await this.#write(mutant.file, mutate(mutant, source));
    return () => this.#write(mutant.file, source);
  }

  /** A library is bundled into every service. */
  async #write(file: string, source: string): Promise<void> {
    await writeFile(join(this.top, file), source);
    const own = (await listProjects(this.top)).find((project) => file.startsWith(`${project}/`)) ?? '';
    const projects = own.startsWith('apps/')
      ? []
      : (await listProjects(this.top)).filter((project) => isService(this.top, project));
    for (const project of [own, ...projects]) await this.#build(project);
    await this.#stamp();
  }

  /** What the launcher looks at (`apps/cli/bin/motcua.js`): it builds nothing itself. */
  async #stamp(): Promise<void> {
    const cache = join(this.top, 'node_modules/.cache/motcua');
    await mkdir(cache, { recursive: true });
    await writeFile(join(cache, 'built'), new Date().toISOString());
  }

  async #build(project: string): Promise<void> {
    await run(process.execPath, ['libs/tooling/build.js', project], { cwd: this.top, maxBuffer: 2 ** 24 });
  }
}

const isService = (top: string, project: string): boolean =>
  project.startsWith('apps/') &&
  existsSync(join(top, project, 'src/main.ts')) &&
  existsSync(join(top, project, 'src/app.module.ts'));

async function listProjects(top: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of ['libs/platform', 'libs', 'apps'])
    for (const name of await readdir(join(top, folder)))
      if (existsSync(join(top, folder, name, 'package.json'))) found.push(`${folder}/${name}`);
  return found;
}
