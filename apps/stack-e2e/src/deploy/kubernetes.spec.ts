import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadSecretsModule } from './environment.ts';
import { listSchemaProblems } from './kubernetes/manifest-schema.ts';
import { listPodProblems } from './kubernetes/pod-rules.ts';
import { listLeftOut, listOverlays, readLayer, type Layer } from './kubernetes/read-kustomization.ts';
import { listServiceProblems, toEnvironment, type ClusterContext } from './kubernetes/service-rules.ts';
import { listWiringProblems } from './kubernetes/wiring-rules.ts';
import { listWorkloads } from './kubernetes/workloads.ts';
import { listServices, ownProvider } from './repository.ts';

const overlays = listOverlays().map((folder) => ({ folder, layer: readLayer(folder) }));
let context: ClusterContext;
beforeAll(async () => {
  const services = listServices().filter(({ name }) => name !== ownProvider);
  context = { services, secretFiles: (await loadSecretsModule()).createSecretFiles() };
});

describe('k8s', () => {
  it('reaches every file from an overlay, and names none that is not there', () => {
    expect(listLeftOut(overlays.map(({ layer }) => layer))).toEqual([]);
    expect(overlays.flatMap(({ layer }) => layer.missing)).toEqual([]);
  });
});

describe.each(overlays)('$folder', ({ layer }) => {
  it('is valid by the schemas of Kubernetes, without a field that they do not know', () => {
    expect(listSchemaProblems(layer.manifests)).toEqual([]);
  });

  it('points nowhere that is not there: selectors, ports, targets', () => {
    expect(listWiringProblems(layer)).toEqual([]);
  });

  it('restricts, limits, pins and watches every pod', () => {
    expect(listPodProblems(layer)).toEqual([]);
  });

  it('runs every service as its own configuration wants it, and keeps no secret', async () => {
    expect(await listServiceProblems(layer, context)).toEqual([]);
  });
});

describe('k8s/overlays/local', () => {
  const environmentOf = (name: string) => {
    const layer = readLayer('k8s/overlays/local');
    const container = listWorkloads(layer).find((one) => one.name === name)?.pod.containers[0];
    return container === undefined ? {} : toEnvironment(container, layer, context);
  };

  it('says in one place where browsers find the installation, and serves the console there', () => {
    const [gateway, notification] = [environmentOf('gateway'), environmentOf('notification')];
    expect([gateway['PUBLIC_URL'], notification['PUBLIC_URL']]).toEqual(['http://127.0.0.1:8080', 'http://127.0.0.1:8080']);
    expect(gateway['CONSOLE_DIR']).toBe('/app/apps/console/dist');
  });
});

describe('a broken manifest', () => {
  /** The local overlay with one text replaced in its manifests, as an edit of the files would. */
  const edit = (before: string, after: string): Layer => {
    const layer = readLayer('k8s/overlays/local');
    const text = JSON.stringify(layer.manifests);
    expect(text).toContain(before);
    return { ...layer, manifests: JSON.parse(text.replace(before, after)) as Layer['manifests'] };
  };

  it.each([
    [
      'a value of the wrong type',
      '"containerPort":8080',
      '"containerPort":"http"',
      /^k8s\/base\/catalogue.yaml Deployment catalogue: .*integer/,
    ],
    [
      'a field left out',
      '"maxReplicas":6,',
      '',
      /^k8s\/base\/dossier-intake.yaml HorizontalPodAutoscaler dossier-intake: .*maxReplicas/,
    ],
    [
      'a misspelt field',
      '"readinessProbe"',
      '"readinesProbe"',
      /^k8s\/base\/catalogue.yaml Deployment catalogue: .*readinesProbe/,
    ],
    ['an unknown kind', '"kind":"Ingress"', '"kind":"Ingres"', /^k8s\/base\/ingress.yaml Ingres gateway: /],
  ])('is refused: %s', (_what, before, after, problem) => {
    expect(listSchemaProblems(edit(before, after).manifests)).toContainEqual(expect.stringMatching(problem));
  });

  it.each([
    ['"targetPort":"http"', '"targetPort":"web"', 'Service catalogue: no container has port web'],
    [
      '"matchLabels":{"app.kubernetes.io/name":"gateway"}',
      '"matchLabels":{"app.kubernetes.io/name":"gate"}',
      'Deployment gateway: its selector does not match its pods',
    ],
    [
      '"kind":"Deployment","name":"kpi-aggregator"',
      '"kind":"Deployment","name":"kpi"',
      'HorizontalPodAutoscaler kpi-aggregator: has no target',
    ],
    ['"service":{"name":"gateway"', '"service":{"name":"edge"', 'Ingress gateway: nothing serves /'],
    ['"motcua.vn/tier":"edge"}}', '"motcua.vn/tier":"border"}}', 'NetworkPolicy outside-to-edge: selects nothing'],
  ])('is refused where %s becomes %s', (before, after, problem) => {
    expect(listWiringProblems(edit(before, after))).toContain(problem);
  });

  it.each([
    ['"runAsNonRoot":true', '"runAsNonRoot":false', 'Job migrate: may run as root'],
    ['"readOnlyRootFilesystem":true', '"readOnlyRootFilesystem":false', 'Job migrate: may write to its image'],
    ['motcua:0.2.0', 'motcua:latest', 'Job migrate: image motcua:latest is not pinned'],
    ['"secretRef":{"name":"catalogue"}', '"secretRef":{"name":"nobody"}', 'Deployment catalogue: wants Secret nobody'],
    [
      '"path":"/health/serving"',
      '"path":"/health/ready"',
      'Deployment catalogue: gets no requests while Kafka is away: its readiness is to ask /health/serving',
    ],
  ])('is refused where %s becomes %s', (before, after, problem) => {
    expect(listPodProblems(edit(before, after))).toContain(problem);
  });

  it('is refused where a service has another one’s private key', async () => {
    const layer = edit('"secretName":"service-key-notification"', '"secretName":"service-key-kpi-aggregator"');
    expect(await listServiceProblems(layer, context)).toEqual([
      'notification: is given service-key-kpi-aggregator',
      'notification: SERVICE_KEY is not its own key',
    ]);
  });

  it('is refused where metrics can be asked for through a Service, or nowhere', async () => {
    const leads = edit('"name":"http","port":8080,"targetPort":"http"', '"name":"http","port":8080,"targetPort":"operations"');
    expect(await listServiceProblems(leads, context)).toEqual(['catalogue: its Service leads to its operations']);
    const closed = edit('"name":"operations","containerPort":9090', '"name":"other","containerPort":9090');
    expect(await listServiceProblems(closed, context)).toEqual(['catalogue: has no port of operations']);
  });

  it('is refused where a service lacks what its configuration asks for', async () => {
    const layer = edit('"secretRef":{"name":"catalogue"}', '"secretRef":{"name":"postgres"}');
    expect(await listServiceProblems(layer, context)).toContain('catalogue: DATABASE_URL is missing');
  });
});
