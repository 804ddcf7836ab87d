import { CliError } from '@motcua/terminal';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** `backup.json`: what a backup has, in clear. It is written last: a backup without it is not whole. */
const Manifest = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** Of Motcua. */
  release: z.string(),
  /** Rows of every table. */
  tables: z.record(z.string(), z.number()),
  migrations: z.record(z.string(), z.array(z.string())),
  /** Contents of dossiers' files; null: they lie elsewhere, and are kept there. */
  contents: z.number().nullable(),
  /** Whether the keys are in it. */
  hasSecrets: z.boolean(),
});
export type Manifest = z.infer<typeof Manifest>;

export const placesOf = (folder: string) => ({
  manifest: join(folder, 'backup.json'),
  database: join(folder, 'database.sealed'),
  secrets: join(folder, 'secrets.sealed'),
  files: join(folder, 'files'),
});

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(placesOf(folder).manifest, `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx' });

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(placesOf(folder).manifest, 'utf8').catch(() => '{}');
  const manifest = Manifest.safeParse(JSON.parse(text));
  if (manifest.success) return manifest.data;
  const message = `${folder} holds no whole backup: its backup.json is missing or of another version.`;
  throw new CliError({
    code: 'backup.unreadable',
    message,
    hint: 'Name the folder that motcua backup create wrote.',
    exitCode: 2,
  });
}
