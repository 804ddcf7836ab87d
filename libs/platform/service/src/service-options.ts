import type { AuthVariables } from '@motcua/auth';
import type { KafkaSettings } from '@motcua/config';
import type { ReferenceKind } from '@motcua/contracts';
import type { BatchKafkaServerOptions } from '@motcua/kafka';
import type { MigrationClass } from '@motcua/postgres';
import type { ReferenceHandlers } from '@motcua/reference';
import type { Type } from '@nestjs/common';
import type { Archives } from './rebuild/archive-rebuilder.ts';
import type { RelayDefinition } from './relays/relay-definition.ts';
import type { TopicKey, TopicNames } from './topics/topic-names.ts';

/** What every service has in its environment: `serviceConfig`. */
export type ServiceConfig = KafkaSettings &
  AuthVariables & { readonly DATABASE_URL: string; readonly DATABASE_POOL_SIZE: number };

type Wired = 'client' | 'transactions' | 'schema' | 'topicNames' | 'groupPrefix' | 'neighbours' | 'log' | 'onFailure';

export interface ConsumersOptions extends Omit<BatchKafkaServerOptions, Wired> {
  /** Operators' dead letters: `GET <path>`, `POST <path>/{id}/replay|drop`. */
  readonly deadLetters: string;
  /** Operators' rebuild, `POST <path>`: what the consumers lack is applied from the views behind their topics, which the role may read. */
  readonly rebuild?: { readonly path: string; readonly archives: Archives };
  /** The first statement of every transaction: a lock that must be held before the offset moves. */
  readonly beginWith?: string;
}

export interface ReferenceOptions {
  readonly kinds: readonly ReferenceKind[];
  /** What the service makes of them; provided to all its parts. */
  readonly data: Type<ReferenceHandlers<never>>;
  /** Kinds of which there may be nothing: the service is ready without. */
  readonly mayLack?: readonly ReferenceKind[];
  /** `every-route`: none answers before they are read, but those that need none. `none`: routes are guarded one by one, or not. */
  readonly guard: 'every-route' | 'none';
}

/** What makes a service one of its kind; everything else is its features'. */
export interface ServiceDefinition {
  readonly name: string;
  readonly schema: string;
  /** The database must have run them before anything begins. */
  readonly migrations: readonly MigrationClass[];
  /** Written and read here, reference data apart; made where they are missing. */
  readonly topics: readonly TopicKey[];
  readonly relays?: readonly RelayDefinition[];
  /** Present: there are `@BatchHandler`s. */
  readonly consumers?: ConsumersOptions;
  readonly reference?: ReferenceOptions;
  /** Answers to idempotency keys are kept here, and forgotten. */
  readonly keepsAnswers?: boolean;
}

/** What one instance of a service is started with. */
export interface InstanceOptions {
  readonly config: ServiceConfig;
  /** Those of production where none are given. */
  readonly topicNames?: TopicNames | undefined;
  /** The machine's clock unless a spec brings its own; epoch milliseconds. */
  readonly now?: (() => number) | undefined;
}

export type ServiceOptions = ServiceDefinition & InstanceOptions;
