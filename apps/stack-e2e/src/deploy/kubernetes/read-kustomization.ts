import { dirname, join, normalize } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { isThere, listFiles, readText } from '../repository.ts';

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** A manifest and where it stands, for messages. */
export interface Located {
  readonly file: string;
  readonly manifest: Manifest;
}

interface Kustomization {
  readonly resources?: readonly string[];
  readonly configMapGenerator?: readonly Generator[];
  readonly secretGenerator?: readonly Generator[];
}

export interface Generator {
  readonly name: string;
  readonly envs?: readonly string[];
  readonly files?: readonly string[];
  /** `NAME=value` */
  readonly literals?: readonly string[];
}

/** A kustomization and all below it, read but not merged: our overlays add resources, they patch none. */
export interface Layer {
  readonly files: readonly string[];
  readonly manifests: readonly Located[];
  readonly configMaps: readonly Generator[];
  readonly secrets: readonly Generator[];
  /** Resources that a kustomization names and nobody finds. */
  readonly missing: readonly string[];
}

/** @param folder relative to the workspace, e.g. `k8s/overlays/local` */
export function readLayer(folder: string): Layer {
  const file = join(folder, 'kustomization.yaml');
  if (!isThere(file)) return { files: [], manifests: [], configMaps: [], secrets: [], missing: [file] };
  const { resources = [], configMapGenerator = [], secretGenerator = [] } = parse(readText(file)) as Kustomization;
  const below = resources.map((resource) => readResource(normalize(join(folder, resource))));
  return {
    files: [file, ...below.flatMap(({ files }) => files)],
    manifests: below.flatMap(({ manifests }) => manifests),
    configMaps: [...below.flatMap(({ configMaps }) => configMaps), ...configMapGenerator],
    secrets: [...below.flatMap(({ secrets }) => secrets), ...secretGenerator],
    missing: below.flatMap(({ missing }) => missing),
  };
}

function readResource(path: string): Layer {
  if (!/\.ya?ml$/.test(path)) return readLayer(path);
  const empty = { configMaps: [], secrets: [] };
  if (!isThere(path)) return { ...empty, files: [], manifests: [], missing: [path] };
  const manifests = parseManifests(readText(path)).map((manifest) => ({ file: path, manifest }));
  return { ...empty, files: [path], manifests, missing: [] };
}

/** The documents of one file. @throws on YAML that cannot be read */
function parseManifests(text: string): Manifest[] {
  return parseAllDocuments(text).map((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    return document.toJS() as Manifest;
  });
}

/** YAML under `k8s/` that no overlay reaches: it would never be applied. */
export function listLeftOut(layers: readonly Layer[]): string[] {
  const reached = new Set(layers.flatMap(({ files }) => files));
  return listFiles('k8s', /\.ya?ml$/).filter((file) => !reached.has(file));
}

/** Every folder under `k8s/overlays`. */
export const listOverlays = (): string[] => [...new Set(listFiles('k8s/overlays', /kustomization\.yaml$/).map(dirname))];
