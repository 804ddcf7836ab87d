import { useEffect } from 'react';
// eslint-disable-next-line @nx/enforce-module-boundaries -- it is shown as a text, and run from where it is
import followEvents from '../../../../../docs/examples/follow-events.js?raw';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import type { Events } from './async-api.ts';
import { MessagePart } from './message-part.tsx';

/** Every topic and message, as other systems take them from Kafka: engineers read this, in English. */
export function EventsPage({ description, topics, definitions }: Events) {
  useEffect(goToHash, []);
  return (
    <>
      <header>
        <h1>Events</h1>
        <p>{description}</p>
        <p>
          <a href="/docs/asyncapi.json">AsyncAPI 3 document</a> · <a href="/docs/api">HTTP API</a>
        </p>
      </header>
      <nav aria-label="Topics">
        <ul>
          {topics.map(({ name, messages }) => (
            <li key={name}>
              <a href={`#${name}`}>{name}</a> ({messages.length})
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="follow">
        <h2 id="follow">Follow a topic</h2>
        <p>
          <code>KAFKA_BROKERS=127.0.0.1:9092 node docs/examples/follow-events.js dossier.events.v1</code> prints what is in a
          topic and what comes into it. <code>npx motcua status</code> says where Kafka listens.
        </p>
        <details>
          <summary>docs/examples/follow-events.js</summary>
          <ScrollRegion label="docs/examples/follow-events.js">
            <pre>{followEvents}</pre>
          </ScrollRegion>
        </details>
      </section>
      {topics.map(({ name, description: about, partitions, messages }) => (
        <section key={name} aria-labelledby={name}>
          <h2 id={name}>{name}</h2>
          <p>
            {about} {partitions === 1 ? '1 partition.' : `${partitions} partitions.`}
          </p>
          {messages.map((message) => (
            <MessagePart key={message.name} {...message} definitions={definitions} />
          ))}
        </section>
      ))}
    </>
  );
}

/** The browser looked for what the address names before it was there. */
function goToHash(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement) named.open = true;
  named?.scrollIntoView();
}
