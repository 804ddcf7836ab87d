/** What of JSON Schema (draft 7) the published schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

/** What messages share, by name; a `$ref` ends in it. */
export type Definitions = Readonly<Record<string, Schema>>;

export interface Message {
  readonly name: string;
  readonly summary?: string;
  readonly contentType: string;
  readonly examples: readonly { readonly name: string; readonly payload: unknown }[];
  readonly payload: { readonly schema: Schema };
}

interface Channel {
  readonly address: string;
  readonly description: string;
  readonly bindings: { readonly kafka: { readonly partitions: number } };
  readonly messages: Readonly<Record<string, unknown>>;
}

interface AsyncApi {
  readonly info: { readonly description: string };
  readonly channels: Readonly<Record<string, Channel>>;
  readonly components: { readonly schemas: Definitions; readonly messages: Readonly<Record<string, Message>> };
}

export interface Topic {
  readonly name: string;
  readonly description: string;
  readonly partitions: number;
  readonly messages: readonly Message[];
}

export interface Events {
  readonly description: string;
  readonly topics: readonly Topic[];
  readonly definitions: Definitions;
}

/** @throws where the gateway has no document, or does not answer */
export async function readEvents(): Promise<Events> {
  const answer = await fetch('/docs/asyncapi.json');
  if (!answer.ok) throw new Error(`/docs/asyncapi.json: ${answer.status}`);
  const { info, channels, components } = (await answer.json()) as AsyncApi;
  const topics = Object.values(channels).map((channel) => ({
    name: channel.address,
    description: channel.description,
    partitions: channel.bindings.kafka.partitions,
    messages: Object.keys(channel.messages).flatMap((name) => components.messages[name] ?? []),
  }));
  return { description: info.description, topics, definitions: components.schemas };
}
