import RequestQueueClass from 'kafkajs/src/network/requestQueue/index.js';

/** The part of kafkajs's request queue that is used here; its inner modules are untyped. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests: (this: RequestQueue) => void;
}

const { prototype } = RequestQueueClass as { readonly prototype: RequestQueue };
const schedule = prototype.scheduleCheckPendingRequests;

/**
 * kafkajs 2.2.4 looks for waiting requests every millisecond for as long as a connection lives: with none waiting it computes a negative
 * delay, and looking sets the next timer (tulios/kafkajs#1704). That alone was two thirds of what a service used at rest. Where nothing
 * waits nothing is scheduled: whoever enqueues a request schedules, and each answer looks at the queue anyway.
 */
prototype.scheduleCheckPendingRequests = function () {
  if (this.pending.length > 0) schedule.call(this);
};
