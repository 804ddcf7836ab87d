import { ClusterAway } from '../client/cluster-away.ts';

/** kafkajs will not try these again by itself, and yet they pass: a coordinator that is not elected yet, a connection that is awaited. */
const passing = new Set([
  'KafkaJSNumberOfRetriesExceeded',
  'KafkaJSGroupCoordinatorNotFound',
  'KafkaJSTimeout',
  'KafkaJSLockTimeout',
]);

interface KafkajsError {
  readonly name?: unknown;
  readonly retriable?: unknown;
  readonly cause?: unknown;
}

const maxCauses = 5;

/** An error of kafkajs as the port knows it: `ClusterAway` where waiting helps (it wraps these in ones that are final), else what it is. */
export function toPortError(thrown: unknown): Error {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (error instanceof ClusterAway) return error;
  return isPassing(error) ? new ClusterAway(error) : error;
}

/** What was asked, or the error as the port knows it. */
export const orPortError = <Answer>(asked: Promise<Answer>): Promise<Answer> =>
  asked.catch((error: unknown) => {
    throw toPortError(error);
  });

function isPassing(error: KafkajsError, depth = 0): boolean {
  if (depth > maxCauses || !isKafkajsError(error)) return false;
  if (error.retriable === true || passing.has(String(error.name))) return true;
  return isPassing(Object(error.cause) as KafkajsError, depth + 1);
}

/** Every error class of kafkajs carries this prefix in its name; the classes themselves are not all exported. */
export const isKafkajsError = ({ name }: KafkajsError): boolean => typeof name === 'string' && name.startsWith('KafkaJS');
