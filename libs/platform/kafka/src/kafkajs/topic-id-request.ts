import type { Kafka, KafkaConfig } from 'kafkajs';
import InnerBroker from 'kafkajs/src/broker/index.js';
import innerCreatePoolBuilder from 'kafkajs/src/cluster/connectionPoolBuilder.js';
import InnerDecoder from 'kafkajs/src/protocol/decoder.js';
import InnerEncoder from 'kafkajs/src/protocol/encoder.js';

/**
 * kafkajs speaks Metadata up to version 6; topic ids come with version 10. This asks with version 12 over kafkajs's own
 * connection, so TLS and SASL work as everywhere. Its inner modules are untyped; the shapes used are written down here.
 */
interface Encoder {
  writeUVarIntBytes(): Encoder;
  writeUVarIntArray(items: Encoder[]): Encoder;
  writeUVarIntString(text: string): Encoder;
  writeBuffer(bytes: Buffer): Encoder;
  writeBoolean(flag: boolean): Encoder;
}
interface Decoder {
  readTaggedFields(): void;
  readInt16(): number;
  readInt32(): number;
  readBoolean(): boolean;
  readUVarIntString(): string | null;
  readUVarIntArray<Item>(read: (decoder: Decoder) => Item): Item[];
  readBytes(length: number): Buffer;
  buffer: Buffer;
  offset: number;
}
interface ConnectionPool {
  send(call: { request: object; response: object }): Promise<unknown>;
}
interface Broker {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}
interface PoolBuilder {
  build(): Promise<ConnectionPool>;
}

const EncoderClass = InnerEncoder as new () => Encoder;
const DecoderClass = InnerDecoder as new (data: Buffer) => Decoder;
const createPoolBuilder = innerCreatePoolBuilder as (options: object) => PoolBuilder;
const BrokerClass = InnerBroker as new (options: object) => Broker;

const metadataKey = 3;
const metadataVersion = 12;
const uuidBytes = 16;
const noUuid = Buffer.alloc(uuidBytes);

/** Topic name → topic id (32 hex digits), for those that exist. */
export async function requestTopicIds(
  kafka: Kafka,
  config: KafkaConfig,
  topics: readonly string[],
): Promise<Map<string, string>> {
  const logger = kafka.logger();
  const connectionPool = await createPoolBuilder({
    connectionTimeout: 5_000,
    requestTimeout: 10_000,
    enforceRequestTimeout: true,
    ...config,
    logger,
  }).build();
  const broker = new BrokerClass({ connectionPool, logger, allowAutoTopicCreation: false });
  await broker.connect();
  try {
    // the response parser below built the answer: a list of [name, id]
    const found = (await connectionPool.send({ request: toRequest(topics), response })) as [string, string][];
    return new Map(found);
  } finally {
    await broker.disconnect();
  }
}

const toRequest = (topics: readonly string[]) => ({
  apiKey: metadataKey,
  apiVersion: metadataVersion,
  apiName: 'Metadata',
  encode: () => {
    const names = topics.map((name) => new EncoderClass().writeBuffer(noUuid).writeUVarIntString(name).writeUVarIntBytes());
    const flags = new EncoderClass().writeUVarIntBytes().writeUVarIntArray(names).writeBoolean(false).writeBoolean(false);
    return Promise.resolve(flags.writeUVarIntBytes());
  },
});

const response = {
  decode: (data: Buffer) => Promise.resolve(decodeTopicIds(new DecoderClass(data))),
  parse: (data: unknown) => Promise.resolve(data),
};

function decodeTopicIds(decoder: Decoder): [string, string][] {
  decoder.readTaggedFields();
  decoder.readInt32();
  decoder.readUVarIntArray(skipBroker);
  decoder.readUVarIntString();
  decoder.readInt32();
  return decoder
    .readUVarIntArray(decodeTopic)
    .filter(({ errorCode }) => errorCode === 0)
    .map(({ name, id }) => [name, id]);
}

function skipBroker(decoder: Decoder): void {
  decoder.readInt32();
  decoder.readUVarIntString();
  decoder.readInt32();
  decoder.readUVarIntString();
  decoder.readTaggedFields();
}

function decodeTopic(decoder: Decoder): { errorCode: number; name: string; id: string } {
  const errorCode = decoder.readInt16();
  const name = decoder.readUVarIntString() ?? '';
  const id = decoder.buffer.toString('hex', decoder.offset, decoder.offset + uuidBytes);
  decoder.offset += uuidBytes;
  decoder.readBoolean();
  decoder.readUVarIntArray(skipPartition);
  decoder.readInt32();
  decoder.readTaggedFields();
  return { errorCode, name, id };
}

function skipPartition(decoder: Decoder): void {
  decoder.readInt16();
  for (let field = 0; field < 3; field += 1) decoder.readInt32();
  for (let list = 0; list < 3; list += 1) decoder.readUVarIntArray((it) => it.readInt32());
  decoder.readTaggedFields();
}
