import ts from 'typescript';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { workspaceRoot } from '../repository.ts';
import type { Located, Manifest } from './read-kustomization.ts';

interface ModelClass {
  new (manifest: Manifest): { validate(): void };
}

/** What the Kubernetes schemas have against the manifests: values and required fields, then fields that they do not know. */
export function listSchemaProblems(manifests: readonly Located[]): string[] {
  const ofValues = manifests.flatMap((located) => toProblems(located, listValueProblems(located.manifest)));
  return [...ofValues, ...listTypeProblems(manifests)];
}

const toName = ({ file, manifest }: Located): string => `${file} ${manifest.kind} ${manifest.metadata.name}`;
const toProblems = (located: Located, messages: readonly string[]) => messages.map((message) => `${toName(located)}: ${message}`);
const toModule = ({ apiVersion, kind }: Manifest): string => `kubernetes-models/${apiVersion}/${kind}`;

const require = createRequire(import.meta.url);

function listValueProblems(manifest: Manifest): string[] {
  try {
    const models = require(toModule(manifest)) as Record<string, ModelClass>;
    const Model = models[manifest.kind];
    if (Model === undefined) return [`${manifest.apiVersion} has no such kind`];
    new Model(manifest).validate();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/**
 * The schemas let any further field pass, so a misspelt probe would be applied and never probe. TypeScript does not: the
 * manifests are written out as literals of the Kubernetes types, in a file that exists in memory only, and checked.
 */
function listTypeProblems(manifests: readonly Located[]): string[] {
  const file = join(import.meta.dirname, 'manifests.in-memory.ts');
  const lines = manifests.map(({ manifest }, index) => {
    const type = `import('${toModule(manifest)}', { with: { 'resolution-mode': 'import' } }).I${manifest.kind}`;
    return `export const manifest${index}: ${type} = ${JSON.stringify(manifest)};`;
  });
  const source = ts.createSourceFile(file, lines.join('\n'), ts.ScriptTarget.ES2022);
  const diagnostics = checkInMemory(file, source);
  return diagnostics.flatMap(({ start = 0, messageText }) => {
    const located = manifests[source.getLineAndCharacterOfPosition(start).line];
    return located === undefined ? [] : toProblems(located, [ts.flattenDiagnosticMessageText(messageText, ' ')]);
  });
}

const { ESNext: module } = ts.ModuleKind;
const moduleResolution = ts.ModuleResolutionKind.Bundler;
const options = { strict: true, noEmit: true, skipLibCheck: true, types: [], module, moduleResolution };
const disk = ts.createCompilerHost(options);
/** The Kubernetes types, parsed once however often manifests are checked. */
const parsed = new Map<string, ts.SourceFile | undefined>();

function checkInMemory(file: string, source: ts.SourceFile): readonly ts.Diagnostic[] {
  const getParsed: ts.CompilerHost['getSourceFile'] = (path, ...rest) => {
    if (!parsed.has(path)) parsed.set(path, disk.getSourceFile(path, ...rest));
    return parsed.get(path);
  };
  const host: ts.CompilerHost = {
    ...disk,
    getCurrentDirectory: () => workspaceRoot,
    fileExists: (path) => path === file || disk.fileExists(path),
    getSourceFile: (path, ...rest) => (path === file ? source : getParsed(path, ...rest)),
  };
  return ts.createProgram([file], options, host).getSemanticDiagnostics(source);
}
