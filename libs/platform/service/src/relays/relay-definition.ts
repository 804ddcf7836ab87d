import type { RelayOptions } from '@motcua/outbox';
import type { InjectionToken } from '@nestjs/common';
import { RELAY } from '../tokens.ts';
import type { TopicKey } from '../topics/topic-names.ts';

/** An event table that is published. */
export interface RelayDefinition extends Pick<RelayOptions, 'columns' | 'toRecord' | 'progress' | 'isCompacted'> {
  /** `RELAY` unless a service has several. */
  readonly token?: InjectionToken;
  /** Of its cursor and its lock: never changed. */
  readonly name: string;
  /** In metrics and health, the name unless told. */
  readonly shownAs?: string;
  /** In the service's schema. */
  readonly table: string;
  /** Where to; of rows that name their own topic any of them. */
  readonly topic: TopicKey;
  /** All of them, where rows name their own. */
  readonly topics?: readonly TopicKey[];
}

export const tokenOf = ({ token = RELAY }: RelayDefinition): InjectionToken => token;
