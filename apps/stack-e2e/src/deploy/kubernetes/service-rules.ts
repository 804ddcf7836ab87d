import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IVolume } from 'kubernetes-models/v1/Volume';
import { listConfigProblems, parseEnvFile, type Environment } from '../environment.ts';
import { unless } from '../problem.ts';
import type { ServiceProject } from '../repository.ts';
import { hasPort, listOfKind, listWorkloads } from './workloads.ts';
import type { Layer } from './read-kustomization.ts';

export interface ClusterContext {
  readonly services: readonly ServiceProject[];
  /** File name → content, as `deploy/create-secrets.js` writes them to the overlay's `secrets` folder. */
  readonly secretFiles: Readonly<Record<string, string>>;
}

/** Services that a cluster would not run, or would run without what their configuration asks for. */
export async function listServiceProblems(layer: Layer, context: ClusterContext): Promise<string[]> {
  const ofServices: string[] = [];
  for (const { name } of context.services) ofServices.push(...(await listProblemsOf(name, layer, context)));
  const kept = layer.manifests.filter(({ manifest }) => manifest.kind === 'Secret');
  return [...ofServices, ...listMissingFiles(layer, context), ...kept.map(({ file }) => `${file}: a secret in the repository`)];
}

async function listProblemsOf(service: string, layer: Layer, context: ClusterContext): Promise<string[]> {
  const workload = listWorkloads(layer).find(({ kind, name }) => kind === 'Deployment' && name === service);
  const container = workload?.pod.containers.find(({ name }) => name === service);
  if (container === undefined) return [`${service}: has no Deployment with a container of its name`];
  const hasService = listOfKind(layer, 'Service').some(({ metadata }) => metadata.name === service);
  return [
    ...unless(hasService, `${service}: has no Service`),
    ...unless(String(container.args) === `apps/${service}/dist/main.js`, `${service}: runs ${String(container.args)}`),
    ...listOperationsProblems(service, layer, container),
    ...listKeyProblems(service, workload?.pod.volumes ?? [], container),
    ...(await listConfigProblems(service, toEnvironment(container, layer, context))),
  ];
}

/** Metrics and reasons are asked for on a port of the pod, and through no Service: neither gateway nor Ingress can lead to it. */
function listOperationsProblems(service: string, layer: Layer, container: IContainer): string[] {
  const ports = listOfKind(layer, 'Service').flatMap(({ metadata, spec }) =>
    metadata.name === service ? (spec?.ports ?? []) : [],
  );
  const leads = ports.some(({ port, targetPort = port }) => targetPort === 'operations' || targetPort === 9090);
  return [
    ...unless(hasPort(container, 'operations'), `${service}: has no port of operations`),
    ...unless(!leads, `${service}: its Service leads to its operations`),
  ];
}

/** A private key is for the service that signs with it: another one's in a pod is another one's name in the wrong hands. */
function listKeyProblems(service: string, volumes: readonly IVolume[], { env = [] }: IContainer): string[] {
  const own = `service-key-${service}`;
  const keys = volumes.flatMap(({ secret }) => secret?.secretName ?? []).filter((name) => name.startsWith('service-key'));
  const path = env.find(({ name }) => name === 'SERVICE_KEY')?.value;
  const isOwn = path === undefined || (path.endsWith(`/${own}.jwk.json`) && keys.includes(own));
  return [
    ...keys.filter((key) => key !== own).map((key) => `${service}: is given ${key}`),
    ...unless(isOwn, `${service}: SERVICE_KEY is not its own key`),
  ];
}

/** In Kubernetes' order: what is named one by one wins over what comes from maps and secrets. */
export function toEnvironment(
  { env = [], envFrom = [] }: IContainer,
  layer: Layer,
  { secretFiles }: Pick<ClusterContext, 'secretFiles'>,
): Environment {
  const generators = envFrom.flatMap(({ configMapRef, secretRef }) => [
    ...layer.configMaps.filter(({ name }) => name === configMapRef?.name),
    ...layer.secrets.filter(({ name }) => name === secretRef?.name),
  ]);
  const texts = generators.flatMap(({ envs = [], literals = [] }) => [
    ...envs.map((path) => secretFiles[toFileName(path)] ?? ''),
    literals.join('\n'),
  ]);
  const named = env.map(({ name, value = '' }) => [name, value] as const);
  return Object.fromEntries([...texts.flatMap((text) => Object.entries(parseEnvFile(text))), ...named]);
}

const toFileName = (path: string): string => path.replace(/^secrets\//, '');

function listMissingFiles({ configMaps, secrets }: Layer, { secretFiles }: ClusterContext): string[] {
  const named = [...configMaps, ...secrets].flatMap(({ envs = [], files = [] }) => [...envs, ...files]).map(toFileName);
  return named.filter((name) => secretFiles[name] === undefined).map((name) => `deploy/create-secrets.js does not write ${name}`);
}
