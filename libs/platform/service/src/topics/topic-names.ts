import { referenceKinds, topics, type ReferenceKind } from '@motcua/contracts';
import type { PartitionCounts, TopicSources } from '@motcua/kafka';

export type TopicKey = keyof typeof topics;

/** What topics are called: tests give their own, so that suites do not read each other's. */
export type TopicNames = Readonly<Record<TopicKey, string>> & {
  /** Put before a projection's name to make its consumer group. */
  readonly groupPrefix: string;
};

const keys = Object.keys(topics) as TopicKey[]; // the keys of a constant

const toNames = (name: (key: TopicKey) => string, groupPrefix: string): TopicNames => ({
  ...(Object.fromEntries(keys.map((key) => [key, name(key)])) as Record<TopicKey, string>),
  groupPrefix,
});

export const topicNames: TopicNames = toNames((key) => topics[key].name, 'motcua.');

/** Names of one suite's own. */
export const toTestTopicNames = (prefix: string): TopicNames => toNames((key) => `${prefix}.${topics[key].name}`, `${prefix}.`);

/** How many partitions each topic has by its contract. */
export const toPartitionCounts = (names: TopicNames): PartitionCounts =>
  Object.fromEntries(keys.map((key) => [names[key], topics[key].partitions]));

/** Whose event table is behind each topic of events: all services are in one database, and lose together what it loses. */
const sources: Partial<Record<TopicKey, string>> = {
  dossierEvents: 'intake',
  ratingEvents: 'intake',
  slaEvents: 'sla',
  digitizationEvents: 'digitization',
};

export const toTopicSources = (names: TopicNames): TopicSources =>
  Object.fromEntries(Object.entries(sources).map(([key, schema]) => [names[key as TopicKey], schema])); // The keys of a constant.

/** The topic of a kind of reference data. */
export function toReferenceTopic(names: TopicNames, kind: ReferenceKind): string {
  const key = keys.find((each) => topics[each].name === referenceKinds[kind].topic);
  if (key === undefined) throw new Error(`there is no topic of ${kind}`);
  return names[key];
}

/** A record whose row names the topic of the contract, for the topic of that name here. */
export function renameTopic<Named extends { readonly topic?: string | undefined }>(names: TopicNames, record: Named): Named {
  const key = keys.find((each) => topics[each].name === record.topic);
  return key === undefined ? record : { ...record, topic: names[key] };
}
