/**
 * The cluster does not answer, or not any more. Nothing of ours is at fault and nothing that is asked again does harm: whoever needs it
 * begins anew, for as long as it takes.
 */
export class ClusterAway extends Error {
  override readonly name = 'ClusterAway';

  constructor(cause: Error) {
    super(`Kafka does not answer: ${cause.message}`, { cause });
  }
}
