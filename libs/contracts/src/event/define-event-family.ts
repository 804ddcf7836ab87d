import type { z } from 'zod';
import { toEventSchema, type PublishedSchema } from './define-event.ts';
import { joinToJson, toEnvelope, type AttributeOrder, type Envelope, type EventOrigin } from './envelope.ts';

type Names<Data> = keyof Data & string;
type TypeOf<Domain extends string, Name extends string> = `vn.motcua.${Domain}.${Name}.v1`;

interface Parts<Domain extends string, Subject extends z.ZodType<string>, Data extends Readonly<Record<string, z.ZodType>>> {
  /** The middle of each type: `vn.motcua.<domain>.<name>.v1`. */
  readonly domain: Domain;
  readonly topic: string;
  readonly subject: Subject;
  /** What each event carries, by short name. */
  readonly data: Data;
  readonly describe: (name: Names<Data>) => string;
  readonly order: AttributeOrder;
}

/** The events of one stream from both ends, by short name: types, schemas, what the producer makes. */
export function defineEventFamily<
  const Domain extends string,
  Subject extends z.ZodType<string>,
  Data extends Readonly<Record<string, z.ZodType>>,
>({ domain, topic, subject, data, describe, order }: Parts<Domain, Subject, Data>) {
  type Name = Names<Data>;
  const names = Object.keys(data) as Name[];
  const toType = <One extends Name>(name: One): TypeOf<Domain, One> => `vn.motcua.${domain}.${name}.v1`;
  const byType = new Map<string, Name>(names.map((name) => [toType(name), name]));
  const schemaOf = <One extends Name>(name: One) =>
    toEventSchema<TypeOf<Domain, One>, Subject, Data[One]>({
      type: toType(name),
      subject,
      data: data[name],
      description: describe(name),
    });
  // an object of entries loses which name has which schema
  const schemas = Object.fromEntries(names.map((name) => [name, schemaOf(name)])) as {
    [One in Name]: ReturnType<typeof schemaOf<One>>;
  };
  return {
    topic,
    names,
    toType,
    /** The short name of a type, or undefined where it is none of this stream's. */
    findName: (type: string): Name | undefined => byType.get(type),
    schemas,
    published: names.map((name): PublishedSchema => ({ type: toType(name), topic, schema: schemas[name] })),
    /** As it goes out. */
    create: <One extends Name, Carried extends z.infer<Data[One]>>(
      name: One,
      about: string,
      origin: EventOrigin,
      carried: Carried,
    ): Envelope<TypeOf<Domain, One>, Carried> => toEnvelope(order, toType(name), about, origin, carried),
    /** The same as text, of data that is JSON already. */
    write: (name: Name, about: string, origin: EventOrigin, json: string): string =>
      joinToJson(order, toType(name), about, origin, json),
  };
}
