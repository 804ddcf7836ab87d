import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Layer } from '../deploy/kubernetes/read-kustomization.ts';
import type { Source } from './compose-containers.ts';
import type { ForeignProvider } from './foreign-provider.ts';

interface Configured {
  readonly provider: ForeignProvider;
  readonly publicUrl: string;
  readonly source: Source;
}

/** What an overlay adds, as docs/guides/deployment.md says, to have people and programs sign in at a provider of one's own. */
export async function withProvider(layer: Layer, { provider, publicUrl, source }: Configured): Promise<Layer> {
  const clientSecretFile = join(source.secretsFolder, 'client-secret');
  await writeForImage(clientSecretFile, provider.clientSecret);
  await writeForImage(join(source.secretsFolder, 'providers.yaml'), provider.toProvidersFile(clientSecretFile));
  const program = Object.entries(provider.program).map(([name, value]) => `${name}=${value}`);
  return {
    ...layer,
    configMaps: [
      ...layer.configMaps,
      { name: 'motcua', literals: [`PUBLIC_URL=${publicUrl}`] },
      { name: 'gateway', literals: ['AUTH_PROVIDERS=/etc/motcua-providers/providers.yaml'] },
    ],
    secrets: [
      ...layer.secrets,
      { name: 'providers', files: ['secrets/providers.yaml', 'secrets/client-secret'] },
      { name: 'reference', literals: program },
    ],
  };
}

/** A cluster mounts secrets for the pod's own user. */
async function writeForImage(file: string, content: string): Promise<void> {
  await writeFile(file, content);
  await chmod(file, 0o644);
}
