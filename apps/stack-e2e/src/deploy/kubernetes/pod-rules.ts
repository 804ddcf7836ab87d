import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import { unless } from '../problem.ts';
import { isPinned } from '../repository.ts';
import { listWorkloads } from './workloads.ts';
import type { Generator, Layer } from './read-kustomization.ts';

/** Pods that are not restricted, limited, pinned or watched, and configuration that they ask for and nobody gives. */
export function listPodProblems(layer: Layer): string[] {
  return listWorkloads(layer).flatMap((workload) => {
    const { kind, pod } = workload;
    const isOurs = pod.containers.some(({ image = '' }) => image.startsWith('motcua:'));
    const ofContainers = pod.containers.flatMap((container) => [
      ...listContainerProblems(container, { isOurs, endsByItself: kind === 'Job' }),
      ...listUnknownSources(container, layer),
    ]);
    return [...listPodSecurityProblems(pod), ...ofContainers].map((problem) => `${kind} ${workload.name}: ${problem}`);
  });
}

function listPodSecurityProblems({ securityContext, automountServiceAccountToken, enableServiceLinks }: IPodSpec): string[] {
  return [
    ...unless(securityContext?.runAsNonRoot === true, 'may run as root'),
    ...unless(securityContext?.seccompProfile?.type === 'RuntimeDefault', 'has no seccomp profile'),
    ...unless(automountServiceAccountToken === false, 'carries a token for the cluster'),
    // The links' variables are named after services: `KAFKA_PORT` would be read as configuration.
    ...unless(enableServiceLinks === false, 'is given service links'),
  ];
}

/** Other people’s images write where they like; ours writes to mounted volumes alone. */
function listContainerProblems(
  container: IContainer,
  { isOurs, endsByItself }: { isOurs: boolean; endsByItself: boolean },
): string[] {
  const { image = '', resources, securityContext: security, startupProbe, livenessProbe, readinessProbe } = container;
  const isWatched = [startupProbe, livenessProbe, readinessProbe].every((probe) => probe !== undefined);
  return [
    ...unless(isPinned(image), `image ${image} is not pinned`),
    ...unless(
      resources?.limits?.['memory'] !== undefined && resources.requests?.['cpu'] !== undefined,
      'has no memory limit or cpu request',
    ),
    ...unless(security?.allowPrivilegeEscalation === false, 'may gain privileges'),
    ...unless(security?.capabilities?.drop?.includes('ALL') === true, 'keeps capabilities'),
    ...unless(!isOurs || security?.readOnlyRootFilesystem === true, 'may write to its image'),
    ...unless(endsByItself || isWatched, 'lacks a probe'),
    // Asked for `/health/ready`, a pod whose relay or consumer waits for Kafka would get no requests, and all of them wait at once.
    ...unless(
      !isOurs || endsByItself || readinessProbe?.httpGet?.path !== '/health/ready',
      'gets no requests while Kafka is away: its readiness is to ask /health/serving',
    ),
  ];
}

function listUnknownSources({ envFrom = [] }: IContainer, { configMaps, secrets }: Layer): string[] {
  const isLost = (wanted: string | undefined, given: readonly Generator[]): wanted is string =>
    wanted !== undefined && !given.some(({ name }) => name === wanted);
  return envFrom.flatMap(({ configMapRef, secretRef }) => [
    ...(configMapRef?.optional !== true && isLost(configMapRef?.name, configMaps)
      ? [`wants ConfigMap ${configMapRef.name}`]
      : []),
    ...(secretRef?.optional !== true && isLost(secretRef?.name, secrets) ? [`wants Secret ${secretRef.name}`] : []),
  ]);
}
