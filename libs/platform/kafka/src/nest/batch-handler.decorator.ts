import { EventPattern } from '@nestjs/microservices';
import type { IncomingMessage } from '../client/kafka-client.port.ts';
import type { AfterParkingRule } from '../projection/after-parking.ts';
import type { StepResult } from '../projection/step-result.ts';

/** Identifies this transport, so that an application may run others beside it. */
export const batchKafkaTransport: unique symbol = Symbol('motcua.batch-kafka');

export interface BatchHandlerOptions<Value> {
  /** Names the projection in `consumer_offset` and `dlq_event`, and its consumer group. One handler per name. */
  readonly projection: string;
  /** Names, or keys of the server's `topicNames`. */
  readonly topics: readonly string[];
  /** Default `continue`. */
  readonly afterParking?: AfterParkingRule;
  /** Whether `step` is asked about control records too. Default false: they are passed over and counted. */
  readonly takesControl?: boolean;
  /** Parse and judge one message; pure. */
  readonly step: (message: IncomingMessage) => StepResult<Value>;
}

/** What a handler threw, carried as a value through Nest's pipeline, whose exception filters would replace it by their own. */
export class HandlerFailure {
  constructor(readonly error: unknown) {}
}

type Method = (...parameters: never[]) => Promise<unknown>;

/**
 * Marks a controller method as the `apply` of a projection: `method(items, context)` gets the items of a whole batch
 * (`BatchItem<Value>[]`) and a `BatchHandlerContext` with the transaction that also moves the offset.
 */
export const BatchHandler =
  <Value>(options: BatchHandlerOptions<Value>): MethodDecorator =>
  (target, name, descriptor) => {
    captureFailure(name, descriptor);
    // Nest types the decorator by the handler's parameters; ours are fixed by `BatchHandlerOptions`
    const register = EventPattern(options.projection, batchKafkaTransport, { ...options }) as MethodDecorator;
    register(target, name, descriptor);
  };

function captureFailure<Handler>(name: string | symbol, descriptor: TypedPropertyDescriptor<Handler>): void {
  // a decorated method always has a function as its value; TypeScript leaves it open
  const method = descriptor.value as unknown as Method;
  const captured = async function (this: unknown, ...parameters: never[]): Promise<unknown> {
    try {
      return await method.apply(this, parameters);
    } catch (error) {
      return new HandlerFailure(error);
    }
  };
  // Nest finds the types of the parameters by the function's name
  Object.defineProperty(captured, 'name', { value: name });
  descriptor.value = captured as unknown as Handler;
}
