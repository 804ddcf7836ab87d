import { topics } from '@motcua/contracts';
import { unless } from '../problem.ts';
import type { INetworkPolicyPort } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicyPort';
import { hasPort, listOfKind, listWorkloads, matches, type Selector, type Workload } from './workloads.ts';
import type { Layer } from './read-kustomization.ts';

/** Names, labels and ports that point nowhere; empty when every manifest finds what it speaks of. */
export function listWiringProblems(layer: Layer): string[] {
  const workloads = listWorkloads(layer);
  return [
    ...listSelectorProblems(workloads),
    ...listServiceProblems(layer, workloads),
    ...listIngressProblems(layer),
    ...listAutoscalerProblems(layer),
    ...listBudgetProblems(layer, workloads),
    ...listNetworkPolicyProblems(layer, workloads),
  ];
}

const selectsNone = (selector: Selector, workloads: readonly Workload[]): boolean =>
  !workloads.some(({ podLabels }) => matches(selector, podLabels));

function listSelectorProblems(workloads: readonly Workload[]): string[] {
  const stray = workloads.filter(({ selector, podLabels }) => selector !== undefined && !matches(selector, podLabels));
  return stray.map(({ kind, name }) => `${kind} ${name}: its selector does not match its pods`);
}

function listServiceProblems(layer: Layer, workloads: readonly Workload[]): string[] {
  return listOfKind(layer, 'Service').flatMap(({ metadata: { name }, spec }) => {
    const behind = workloads.filter(({ podLabels }) => matches({ matchLabels: spec?.selector ?? {} }, podLabels));
    if (behind.length !== 1) return [`Service ${name}: selects ${behind.length} workloads`];
    const containers = behind.flatMap(({ pod }) => pod.containers);
    const ports = (spec?.ports ?? []).map(({ port, targetPort = port }) => targetPort);
    const closed = ports.filter((port) => !containers.some((container) => hasPort(container, port)));
    return closed.map((port) => `Service ${name}: no container has port ${port}`);
  });
}

function listIngressProblems(layer: Layer): string[] {
  const isServed = (name: string, port: number | string) =>
    listOfKind(layer, 'Service').some(
      ({ metadata, spec }) => metadata.name === name && (spec?.ports ?? []).some((one) => one.name === port || one.port === port),
    );
  return listOfKind(layer, 'Ingress').flatMap(({ metadata, spec }) => {
    const paths = (spec?.rules ?? []).flatMap(({ http }) => http?.paths ?? []);
    const lost = paths.filter(
      ({ backend: { service } }) => !isServed(service?.name ?? '', service?.port?.name ?? service?.port?.number ?? ''),
    );
    return lost.map(({ path = '' }) => `Ingress ${metadata.name}: nothing serves ${path}`);
  });
}

/** They read dossier.events.v1, each partition in one instance. */
const followers = ['kpi-aggregator', 'sla-timer', 'notification', 'digitization-tracker'];

function listAutoscalerProblems(layer: Layer): string[] {
  const deployments = listOfKind(layer, 'Deployment');
  return listOfKind(layer, 'HorizontalPodAutoscaler').flatMap(({ metadata, spec }) => {
    const target = deployments.find(({ metadata: { name } }) => name === spec?.scaleTargetRef.name);
    const most = followers.includes(metadata.name) ? topics.dossierEvents.partitions : Infinity;
    return [
      ...unless(target !== undefined, `HorizontalPodAutoscaler ${metadata.name}: has no target`),
      ...unless(target?.spec?.replicas === undefined, `Deployment ${metadata.name}: sets replicas that its autoscaler decides`),
      ...unless((spec?.maxReplicas ?? 0) <= most, `HorizontalPodAutoscaler ${metadata.name}: more instances than partitions`),
    ];
  });
}

function listBudgetProblems(layer: Layer, workloads: readonly Workload[]): string[] {
  const budgets = listOfKind(layer, 'PodDisruptionBudget').map(({ metadata, spec }) => ({
    name: metadata.name,
    selector: spec?.selector ?? {},
  }));
  const unprotected = workloads.filter(
    ({ kind, podLabels }) => kind === 'Deployment' && !budgets.some(({ selector }) => matches(selector, podLabels)),
  );
  const idle = budgets.filter(({ selector }) => selectsNone(selector, workloads));
  return [
    ...unprotected.map(({ name }) => `Deployment ${name}: has no PodDisruptionBudget`),
    ...idle.map(({ name }) => `PodDisruptionBudget ${name}: selects nothing`),
  ];
}

/** Peers in other namespaces are another team's labels, and a database may live outside: those are not looked at. */
function listNetworkPolicyProblems(layer: Layer, workloads: readonly Workload[]): string[] {
  return listOfKind(layer, 'NetworkPolicy').flatMap(({ metadata, spec }) => {
    const peers = [
      ...(spec?.ingress ?? []).flatMap(({ from = [] }) => from),
      ...(spec?.egress ?? []).flatMap(({ to = [] }) => to),
    ];
    const selectors = [spec?.podSelector ?? {}, ...peers.flatMap(({ podSelector }) => podSelector ?? [])];
    const target = workloads.filter(({ podLabels }) => matches(spec?.podSelector ?? {}, podLabels));
    const closed = (spec?.ingress ?? []).flatMap(({ ports = [] }) => ports).filter((port) => !isOpen(port, target));
    return [
      ...unless(
        !selectors.some((selector) => selectsNone(selector, workloads)),
        `NetworkPolicy ${metadata.name}: selects nothing`,
      ),
      ...closed.map(({ port = '' }) => `NetworkPolicy ${metadata.name}: no container has port ${port}`),
    ];
  });
}

const isOpen = ({ port = '' }: INetworkPolicyPort, workloads: readonly Workload[]): boolean =>
  workloads.some(({ pod }) => pod.containers.some((container) => hasPort(container, port)));
