import { Copy, DockerfileParser, Entrypoint, Env, Run, type Instruction } from 'dockerfile-ast';

export type Step =
  | { readonly kind: 'workdir'; readonly path: string }
  | { readonly kind: 'env'; readonly variables: Readonly<Record<string, string>> }
  /** `from`: of an earlier stage. `parents`: folders above a file are kept. */
  | {
      readonly kind: 'copy';
      readonly from: string | undefined;
      readonly parents: boolean;
      readonly sources: readonly string[];
      readonly target: string;
    }
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'user'; readonly user: string }
  | { readonly kind: 'entrypoint'; readonly command: readonly string[] };

export interface BuildStage {
  readonly name: string | undefined;
  readonly steps: readonly Step[];
}

/**
 * The stages of a Dockerfile, step by step. @throws on an instruction that a replay would not know how to do: leaving it out would test
 * another image than the one that is built
 */
export function parseDockerfile(text: string): BuildStage[] {
  const stages: { name: string | undefined; steps: Step[] }[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') stages.push({ name: findStageName(instruction), steps: [] });
    else stages.at(-1)?.steps.push(...toSteps(instruction));
  }
  return stages;
}

const findStageName = (instruction: Instruction): string | undefined =>
  /\sAS\s+(\S+)\s*$/i.exec(instruction.getArgumentsContent() ?? '')?.[1];

function toSteps(instruction: Instruction): Step[] {
  const content = instruction.getArgumentsContent() ?? '';
  if (instruction instanceof Env) return [{ kind: 'env', variables: toVariables(instruction) }];
  if (instruction instanceof Copy) return [toCopy(instruction)];
  // A mount of the build (a cache of packages) is no part of the image.
  if (instruction instanceof Run) return [{ kind: 'run', command: content.replace(/^(--mount=\S+\s+)+/, '') }];
  if (instruction instanceof Entrypoint) {
    return [{ kind: 'entrypoint', command: instruction.getJSONStrings().map((text) => JSON.parse(text.getValue()) as string) }];
  }
  switch (instruction.getKeyword()) {
    case 'WORKDIR':
      return [{ kind: 'workdir', path: content }];
    case 'USER':
      return [{ kind: 'user', user: content }];
    case 'EXPOSE':
    case 'CMD': // Each container says itself what it runs.
      return [];
    default:
      throw new Error(`The replay of the image does not know ${instruction.getKeyword()}.`);
  }
}

const toVariables = (instruction: Env): Record<string, string> =>
  Object.fromEntries(instruction.getProperties().map((property) => [property.getName(), property.getValue() ?? '']));

function toCopy(instruction: Copy): Step {
  const flags = instruction.getFlags().map((flag) => flag.getName());
  const unknown = flags.filter((flag) => flag !== 'from' && flag !== 'parents');
  if (unknown.length > 0) throw new Error(`The replay of the image does not know COPY --${unknown.join(', --')}.`);
  const paths = instruction
    .getArguments()
    .map((argument) => argument.getValue())
    .filter((value) => !value.startsWith('--'));
  const target = paths.pop() ?? '';
  const from = instruction.getFromFlag()?.getValue() ?? undefined;
  return { kind: 'copy', from, parents: flags.includes('parents'), sources: paths, target };
}
