/** Where queues live. */
export type QueueStore =
  | {
      readonly kind: 'redis';
      /** redis:// or rediss:// */
      readonly url: string;
      /** Before every key; `motcua` unless told. */
      readonly prefix?: string;
    }
  | {
      readonly kind: 'postgres';
      /** Of a role that may use the schema, see `migrateQueues`. */
      readonly url: string;
      readonly schema: string;
    };
