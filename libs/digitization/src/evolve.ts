import type { Component, Digitization, OpenDigitization } from './digitization.ts';
import type { DigitizationEvent } from './digitization-event.ts';
import { isDigitized } from './figures.ts';

/** The documents after an event. History has happened: it never refuses. */
export function evolve(before: Digitization, event: DigitizationEvent): Digitization {
  if (event.type !== 'checklist-made' && before.status === 'none') return before;
  const documents = apply(before, event);
  const version = (before.status === 'none' ? 0 : before.version) + 1;
  const since = before.status === 'none' ? null : before.digitizedAt;
  const lastAt = before.status === 'none' ? event.occurredAt : Math.max(before.lastAt, event.occurredAt);
  const after: OpenDigitization = { ...documents, status: 'open', version, digitizedAt: since, lastAt };
  return { ...after, digitizedAt: isDigitized(after) ? (since ?? lastAt) : null };
}

type Documents = Pick<OpenDigitization, 'components' | 'results' | 'brokenFiles'>;

function apply(before: Digitization, event: DigitizationEvent): Documents {
  const documents: Documents = before.status === 'none' ? { components: [], results: [], brokenFiles: [] } : before;
  switch (event.type) {
    case 'checklist-made':
      return { components: event.components, results: event.results, brokenFiles: keepListed(documents.brokenFiles, event) };
    case 'component-digitized':
      return withComponent(documents, event.component, (component) => ({
        status: 'digitized',
        files: [...(component.status === 'digitized' ? component.files : []), event.file],
      }));
    case 'component-reused': {
      const { status, file, fromDossier } = event;
      return withComponent(documents, event.component, () => ({ status, file, fromDossier }));
    }
    case 'file-reused':
      return documents;
    case 'exempted':
      return withComponent(documents, event.component, () => ({ status: 'exempt', reason: event.reason }));
    case 'result-digitized':
      return withResult(documents, event.result, (files) => [...files, event.file]);
    case 'signature-broken':
      return { ...documents, brokenFiles: [...documents.brokenFiles, { part: event.part, code: event.code, file: event.file }] };
    case 'rejected':
      return withoutRejected(documents, event);
  }
}

function withoutRejected(documents: Documents, { part, code, files: ids }: DigitizationEvent & { type: 'rejected' }): Documents {
  const brokenFiles = documents.brokenFiles.filter(({ file }) => !ids.includes(file.fileId));
  const rest = { ...documents, brokenFiles };
  if (part === 'result') return withResult(rest, code, (files) => files.filter(({ fileId }) => !ids.includes(fileId)));
  // A component for which no scan is asked stays what it is: of it only a broken file was rejected.
  return withComponent(rest, code, (component) => (component.status === 'exempt' ? component : { status: 'not-digitized' }));
}

const keepListed = (
  files: Documents['brokenFiles'],
  { components, results }: Pick<OpenDigitization, 'components' | 'results'>,
): Documents['brokenFiles'] =>
  files.filter(({ part, code }) => (part === 'component' ? components : results).some((listed) => listed.code === code));

type State = Component extends infer Each ? (Each extends Component ? Omit<Each, 'code' | 'name' | 'copies'> : never) : never;

function withComponent(documents: Documents, code: string, change: (component: Component) => State): Documents {
  const components = documents.components.map((component): Component => {
    if (component.code !== code) return component;
    const { name, copies } = component;
    return { code, name, copies, ...change(component) };
  });
  return { ...documents, components };
}

type Files = OpenDigitization['results'][number]['files'];

const withResult = (documents: Documents, code: string, change: (files: Files) => Files): Documents => ({
  ...documents,
  results: documents.results.map((result) => (result.code === code ? { ...result, files: change(result.files) } : result)),
});
