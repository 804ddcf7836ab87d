import kafkajs, { type ICustomPartitioner, type Message } from 'kafkajs';

const notAcknowledged = 'the broker did not acknowledge the records';

/**
 * Ends a send at its second attempt. kafkajs repeats a failed one for ever (an idempotent producer may not be told otherwise) and asks
 * the partitioner for each message again when it does.
 */
export const createOncePartitioner = (create: ICustomPartitioner): ICustomPartitioner => {
  return () => {
    const partition = create();
    const attempted = new WeakSet<Message>();
    return (args) => {
      if (attempted.has(args.message)) throw new kafkajs.KafkaJSNonRetriableError(notAcknowledged);
      attempted.add(args.message);
      return partition(args);
    };
  };
};
