import { formatFiles, generateFiles } from '@nx/devkit';
import { join } from 'node:path';
import { toNames } from '../names.js';
import { registerService } from './register-service.js';

/** `nx g @motcua/tooling:service parcel-tracker --description '…'` */
export default async function service(tree, { name, description }) {
  const root = `apps/${name}`;
  if (tree.exists(root)) throw new Error(`${root} is there already.`);
  const names = { ...toNames(name), description };
  const { version } = JSON.parse(tree.read('package.json', 'utf8'));
  generateFiles(tree, join(import.meta.dirname, 'files'), '.', { ...names, version, role: `motcua_${names.snake}` });
  registerService(tree, names);
  await formatFiles(tree);
  return () => {
    console.log(`
Next:
  npm install                                              links the workspace and writes package-lock.json
  npx nx g @motcua/tooling:consumer --service ${name} --event dossier.returned
  npx nx integration ${name}
Where it answers the public API: apps/gateway/src/{routes,config}.ts, its addresses in libs/stack/src/services/services.ts,
docker-compose.yml and k8s/base/gateway.yaml.`);
  };
}
