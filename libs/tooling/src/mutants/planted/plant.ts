import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copyWorkspace, workspaceRoot } from '../../copy-workspace.ts';
import { mutate } from '../mutant.ts';
import type { Planted } from './planted.ts';

const run = promisify(execFile);

/** A copy of the workspace with what is built of it, into which one bug after the other is put. */
export class PlantedStack {
  private constructor(readonly top: string) {}

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
    await this.#build(own);
    if (own.startsWith('apps/')) return;
    for (const project of await listProjects(this.top)) if (isService(this.top, project)) await this.#build(project);
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
