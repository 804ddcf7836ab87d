import { after, atEndOf, before, edit } from '../edit.js';

/** The places outside its folder that must know a service; the sixth is its manifest, `k8s/base/<name>.yaml`, which is generated. */
export function registerService(tree, { name, snake }) {
  const role = `motcua_${snake}`;
  edit(
    tree,
    'libs/stack/src/services/services.ts',
    before(`  {\n    name: 'gateway',`, `  { name: '${name}', role: '${role}' },\n`),
  );
  edit(tree, 'deploy/create-secrets.js', atEndOf('const databaseServices = {', '\n};', `\n  '${name}': { role: '${role}' },`));
  edit(tree, 'docker-compose.yml', before('\n  gateway:\n', toComposeService(name)));
  edit(tree, 'k8s/base/kustomization.yaml', before('  - gateway.yaml', `  - ${name}.yaml\n`));
  edit(
    tree,
    'k8s/overlays/local/kustomization.yaml',
    after('secretGenerator:\n', `  - name: ${name}\n    envs: [secrets/${name}.env]\n`),
  );
}

const toComposeService = (name) => `
  ${name}:
    <<: *service
    command: [apps/${name}/dist/main.js]
    environment: { <<: *environment, KAFKA_BROKERS: 'kafka:9092' }
    env_file: [deploy/secrets/${name}.env]
    depends_on: *infrastructure
    mem_limit: 512m
`;
