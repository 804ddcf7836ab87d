import { z } from 'zod';
import { findStrange, type StrangeCharacter, type TextKind } from './strange-characters.ts';
import { TEXT_MARK } from './text-mark.ts';

/** A text that holds a character which must not be there. */
export interface StrangeText {
  readonly path: readonly string[];
  readonly character: StrangeCharacter;
  readonly vi: string;
  /** In English. */
  readonly message: string;
}

/** The parts of a JSON Schema that are read here. */
interface Node {
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node | boolean;
  readonly prefixItems?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Node>>;
  readonly [TEXT_MARK]?: TextKind | 'verbatim';
}

/** Deeper than any body we take. */
const MAX_DEPTH = 64;

/**
 * The texts of a request, names of fields included, that hold what their schema does not let them: one line unless it is marked otherwise.
 * What the schema does not know and drops is not looked at. Of requests alone: an event that was kept once is read whatever it holds.
 */
export function listStrangeTexts(schema: z.ZodType, value: unknown): StrangeText[] {
  const suspects = [...listSuspects(value, [])];
  if (suspects.length === 0) return [];
  const root = toNode(schema);
  return suspects.flatMap(({ path, text }) => {
    const kind = findKind(root, path);
    if (kind === undefined || kind === 'verbatim') return [];
    const character = findStrange(text, kind);
    return character === undefined ? [] : [{ path, character, ...toSentences(character, kind) }];
  });
}

interface Suspect {
  readonly path: readonly string[];
  readonly text: string;
}

/** What is not one line, whatever may be there. */
function* listSuspects(value: unknown, path: readonly string[]): Generator<Suspect> {
  if (typeof value === 'string') {
    if (findStrange(value) !== undefined) yield { path, text: value };
    return;
  }
  if (typeof value !== 'object' || value === null || path.length > MAX_DEPTH) return;
  for (const [key, item] of Object.entries(value)) {
    if (findStrange(key) !== undefined) yield { path: [...path, key], text: key };
    yield* listSuspects(item, [...path, key]);
  }
}

/** undefined: the schema drops what stands there, or refuses it by itself. */
function findKind(root: Node, path: readonly string[]): TextKind | 'verbatim' | undefined {
  let nodes = expand(root, root);
  for (const key of path) {
    const marked = findMark(nodes);
    if (marked !== undefined) return marked;
    nodes = nodes.flatMap((node) => step(node, key).flatMap((next) => expand(root, next)));
  }
  return nodes.length === 0 ? undefined : (findMark(nodes) ?? 'line');
}

const findMark = (nodes: readonly Node[]): TextKind | 'verbatim' | undefined =>
  nodes.map((node) => node[TEXT_MARK]).find((mark) => mark !== undefined);

function step(node: Node, key: string): readonly Node[] {
  const { type, properties = {}, additionalProperties, items, prefixItems = [] } = node;
  // What may be anything may hold anything.
  if (type === undefined) return [{}];
  if (type === 'array') return [prefixItems[Number(key)] ?? items].filter(isNode);
  return [Object.hasOwn(properties, key) ? properties[key] : additionalProperties].filter(isNode);
}

const isNode = (node: Node | boolean | undefined): node is Node => typeof node === 'object';

/** A node with all that it refers to and may be instead. */
function expand(root: Node, node: Node): Node[] {
  const { $ref, anyOf = [], oneOf = [], allOf = [] } = node;
  const referred = $ref === undefined ? [] : $ref === '#' ? [root] : [root.$defs?.[$ref.replace('#/$defs/', '')] ?? {}];
  const others = [...referred, ...anyOf, ...oneOf, ...allOf];
  if (others.length === 0) return [node];
  const mark = node[TEXT_MARK];
  return [...(mark === undefined ? [] : [node]), ...others.flatMap((other) => expand(root, other))];
}

const nodes = new WeakMap<z.ZodType, Node>();

function toNode(schema: z.ZodType): Node {
  const known = nodes.get(schema);
  if (known !== undefined) return known;
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node; // The parts of it that are read here.
  nodes.set(schema, made);
  return made;
}

function toSentences({ name, position }: StrangeCharacter, kind: TextKind): { readonly vi: string; readonly message: string } {
  const isLine = kind === 'line';
  return {
    vi: `Ký tự thứ ${position} (${name}) là ký tự điều khiển${isLine ? ', xuống dòng' : ''} hoặc ký tự ẩn, không được dùng ở đây. Hãy xóa ký tự đó${isLine ? ' và viết trên một dòng' : ''}.`,
    message: `Character ${position} (${name}) is a control character${isLine ? ', a line break' : ''} or an invisible one, which is not taken here. Delete it${isLine ? ' and write one line' : ''}.`,
  };
}
