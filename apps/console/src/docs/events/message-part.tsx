import { ScrollRegion } from '../../ui/scroll-region.tsx';
import type { Definitions, Message } from './async-api.ts';
import { toFields } from './to-fields.ts';

/** One message: what it says, its fields, and what it looks like. Closed until somebody asks. */
export const MessagePart = ({
  name,
  summary,
  contentType,
  payload,
  examples,
  definitions,
}: Message & { readonly definitions: Definitions }) => (
  <details id={name} className="message">
    <summary>
      <code>{name}</code> {summary}
    </summary>
    <p>
      Content type <code>{contentType}</code>
    </p>
    <ScrollRegion label={`Fields of ${name}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Value</th>
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          {toFields(payload.schema, definitions).map(({ path, type, isRequired, description }) => (
            <tr key={path}>
              <th scope="row">
                <code>{path}</code>
                {isRequired ? '' : ' (optional)'}
              </th>
              <td>{type}</td>
              <td>{description}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
    {examples.map((example) => (
      <figure key={example.name}>
        <figcaption>Example: {example.name.replaceAll('-', ' ')}</figcaption>
        <ScrollRegion label={`Example ${example.name} of ${name}`}>
          <pre>{JSON.stringify(example.payload, null, 2)}</pre>
        </ScrollRegion>
      </figure>
    ))}
  </details>
);
