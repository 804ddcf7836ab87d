import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { IStatefulSet } from 'kubernetes-models/apps/v1/StatefulSet';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { IJob } from 'kubernetes-models/batch/v1/Job';
import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import type { IService } from 'kubernetes-models/v1/Service';
import type { Layer, Manifest } from './read-kustomization.ts';

interface Kinds {
  Deployment: IDeployment;
  HorizontalPodAutoscaler: IHorizontalPodAutoscaler;
  Ingress: IIngress;
  Job: IJob;
  NetworkPolicy: INetworkPolicy;
  PodDisruptionBudget: IPodDisruptionBudget;
  Service: IService;
  StatefulSet: IStatefulSet;
}

/** The layer's manifests of one kind. The cast holds because the schema check, a spec of its own, has read them all. */
export const listOfKind = <Kind extends keyof Kinds>(layer: Layer, kind: Kind): (Manifest & Kinds[Kind])[] =>
  layer.manifests.filter(({ manifest }) => manifest.kind === kind).map(({ manifest }) => manifest as Manifest & Kinds[Kind]);

type Labels = Readonly<Record<string, string>>;

/** Whatever makes pods. */
export interface Workload {
  readonly name: string;
  readonly kind: 'Deployment' | 'StatefulSet' | 'Job';
  readonly podLabels: Labels;
  /** A Job finds its pods by labels that the cluster gives it. */
  readonly selector?: Selector | undefined;
  readonly pod: IPodSpec;
}

export interface Selector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly { readonly key: string; readonly operator: string; readonly values?: readonly string[] }[];
}

export function listWorkloads(layer: Layer): Workload[] {
  return (['Deployment', 'StatefulSet', 'Job'] as const).flatMap((kind) =>
    listOfKind(layer, kind).flatMap(({ metadata: { name }, spec }) => {
      const pod = spec?.template.spec;
      if (spec === undefined || pod === undefined) return [];
      return [{ name, kind, pod, podLabels: spec.template.metadata?.labels ?? {}, selector: spec.selector }];
    }),
  );
}

/** As Kubernetes reads a label selector; the operators that we do not use match nothing. */
export function matches({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => operator === 'In' && values.includes(labels[key] ?? ''))
  );
}

/** A container's port by its name or its number. */
export const hasPort = ({ ports = [] }: IContainer, port: number | string): boolean =>
  ports.some(({ name, containerPort }) => name === port || containerPort === port);
