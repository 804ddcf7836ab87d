import type { IVolume } from 'kubernetes-models/v1/Volume';
import { toEnvironment } from '../deploy/kubernetes/service-rules.ts';
import type { Generator, Layer } from '../deploy/kubernetes/read-kustomization.ts';
import { listWorkloads, type Workload } from '../deploy/kubernetes/workloads.ts';
import type { Source } from './compose-containers.ts';
import type { Container } from './container.ts';

/**
 * The Deployments and Jobs of an overlay that run our image. A cluster waits for nothing and starts anew what ended; here everybody waits
 * for the Jobs that speak to no service.
 */
export function listClusterContainers(layer: Layer, image: string, source: Source): Container[] {
  const workloads = listWorkloads(layer).filter(({ pod }) => pod.containers.every((container) => container.image === image));
  const firstJobs = workloads.filter((workload) => workload.kind === 'Job' && !asksServices(workload, layer, source));
  const completed = Object.fromEntries(firstJobs.map(({ name }) => [name, 'completed'] as const));
  return workloads.map((workload) => toContainer(workload, layer, source, firstJobs.includes(workload) ? {} : completed));
}

function toContainer({ name, kind, pod }: Workload, layer: Layer, source: Source, needs: Container['needs']): Container {
  const [container] = pod.containers;
  if (container === undefined || pod.containers.length > 1) throw new Error(`${name} has not exactly one container.`);
  const { args = [], ports = [], readinessProbe, volumeMounts = [] } = container;
  const asked = readinessProbe?.httpGet;
  const port = ports.find((one) => one.name === asked?.port || one.containerPort === asked?.port)?.containerPort;
  const mounts = volumeMounts.flatMap(({ name: volume, mountPath }) => {
    const path = toFolder(
      pod.volumes?.find((one) => one.name === volume),
      layer,
      source,
    );
    return path === undefined ? [] : [[mountPath, path] as const];
  });
  return {
    name,
    args,
    env: toEnvironment(container, layer, source),
    mounts: Object.fromEntries(mounts),
    isOneShot: kind === 'Job',
    needs,
    probe: asked?.path === undefined || port === undefined ? undefined : { port, path: asked.path },
  };
}

const asksServices = ({ pod }: Workload, layer: Layer, source: Source): boolean =>
  pod.containers.some((container) => Object.keys(toEnvironment(container, layer, source)).includes('MOTCUA_URL'));

/** The folder that a volume is. Undefined where nobody gives what it asks for, which only an optional one survives. */
function toFolder(volume: IVolume | undefined, { configMaps, secrets }: Layer, source: Source): string | undefined {
  if (volume?.emptyDir !== undefined) return source.createVolume(volume.name);
  const { secretName, optional: isOptionalSecret = false } = volume?.secret ?? {};
  const { name = secretName, optional = isOptionalSecret } = volume?.configMap ?? {};
  const given = [...(volume?.secret === undefined ? configMaps : secrets)].find((generator) => generator.name === name);
  if (given === undefined && !optional) throw new Error(`Nobody gives the volume ${String(volume?.name)}.`);
  return given === undefined ? undefined : toSecretsFolder(given, source);
}

/** Our overlays make files of those that `deploy/create-secrets.js` writes, under their own names, so its folder stands for all of them. */
function toSecretsFolder({ name, files = [] }: Generator, { secretsFolder }: Source): string {
  if (files.length === 0 || files.some((file) => !/^secrets\/[\w.-]+$/.test(file)))
    throw new Error(`${name} holds no files of secrets/.`);
  return secretsFolder;
}
