import type { MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { BatchProjection } from '../projection/batch-projection.ts';
import { HandlerFailure, type BatchHandlerOptions } from './batch-handler.decorator.ts';
import { BatchHandlerContext } from './batch-handler.context.ts';

type AfterCommit = () => Promise<void> | void;

/** A registered handler as a projection: `apply` runs it through Nest's pipeline (interceptors, guards, pipes), once a batch. */
export function toProjection(
  pattern: string,
  handler: MessageHandler,
  topicNames: Readonly<Record<string, string>>,
): BatchProjection<unknown, AfterCommit | undefined> {
  const { projection, topics, step, afterParking, takesControl } = toOptions(pattern, handler);
  return {
    name: projection,
    topics: topics.map((topic) => topicNames[topic] ?? topic),
    step,
    ...(afterParking === undefined ? {} : { afterParking }),
    ...(takesControl === undefined ? {} : { takesControl }),
    async apply(transaction, items, batch) {
      const context = new BatchHandlerContext([transaction, batch]);
      const answer: unknown = await handler(items, context);
      const result: unknown = isObservable(answer) ? await lastValueFrom(answer, { defaultValue: undefined }) : answer;
      if (result instanceof HandlerFailure) throw result.error;
      return context.takeAfterCommit();
    },
    async afterCommit(work) {
      await work?.();
    },
  };
}

function toOptions(pattern: string, handler: MessageHandler): BatchHandlerOptions<unknown> {
  // what `@BatchHandler` put there
  const options = handler.extras as Partial<BatchHandlerOptions<unknown>> | undefined;
  if (handler.next !== undefined) throw new Error(`two handlers are named "${pattern}": a projection has one`);
  if (options?.step === undefined || options.projection === undefined || options.topics === undefined) {
    throw new Error(`the handler of "${pattern}" is not a @BatchHandler`);
  }
  return { ...options, projection: options.projection, topics: options.topics, step: options.step };
}
