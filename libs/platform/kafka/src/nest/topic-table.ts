import type { IncomingMessage } from '../client/kafka-client.port.ts';
import type { ParkedMessage } from '../projection/after-parking.ts';
import type { BatchItem } from '../projection/batch-projection.ts';
import type { StepResult } from '../projection/step-result.ts';
import type { BatchHandlerContext } from './batch-handler.context.ts';

/** What is made of a topic's messages, and what is done with that. `Target`: whoever it is done by. */
export interface TopicHandler<Value, Target, Outcome> {
  readonly step: (message: IncomingMessage) => StepResult<Value>;
  /** What happens to a key once one of the topic's messages is parked; `supersede` unless told. */
  readonly afterParking?: (message: ParkedMessage) => 'supersede' | 'hold';
  readonly apply: (target: Target, items: readonly BatchItem<Value>[], context: BatchHandlerContext) => Promise<Outcome>;
}

/**
 * A projection of several topics: a topic's `apply` gets what that topic's `step` made, and the two are typed together. A batch is of one
 * topic.
 */
export class TopicTable<Target, Outcome> {
  readonly #handlers = new Map<string, TopicHandler<unknown, Target, Outcome>>();

  on<Value>(topic: string, handler: TopicHandler<Value, Target, Outcome>): this {
    // the items of a topic were all made by the step that stands beside this `apply`
    this.#handlers.set(topic, handler as TopicHandler<unknown, Target, Outcome>);
    return this;
  }

  get topics(): readonly string[] {
    return [...this.#handlers.keys()];
  }

  readonly step = (message: IncomingMessage): StepResult<unknown> => this.#get(message.topic).step(message);

  readonly afterParking = (message: ParkedMessage): 'supersede' | 'hold' =>
    this.#get(message.topic).afterParking?.(message) ?? 'supersede';

  apply(target: Target, items: readonly BatchItem<unknown>[], context: BatchHandlerContext): Promise<Outcome> {
    return this.#get(context.batch.topic).apply(target, items, context);
  }

  #get(topic: string): TopicHandler<unknown, Target, Outcome> {
    const handler = this.#handlers.get(topic);
    if (handler === undefined) throw new Error(`nothing handles the topic ${topic}`);
    return handler;
  }
}
