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

type Documents = Pick<OpenDigitization, 'components' | 'results'>;

function apply(before: Digitization, event: DigitizationEvent): Documents {
  const documents: Documents = before.status === 'none' ? { components: [], results: [] } : before;
  switch (event.type) {
    case 'checklist-made':
      return { components: event.components, results: event.results };
    case 'component-digitized':
      return withComponent(documents, event.component, (component) => ({
        status: 'digitized',
        files: [...(component.status === 'digitized' ? component.files : []), event.file],
      }));
    case 'component-reused': {
      const { status, file, fromDossier } = event;
      return withComponent(documents, event.component, () => ({ status, file, fromDossier }));
    }
    case 'exempted':
      return withComponent(documents, event.component, () => ({ status: 'exempt', reason: event.reason }));
    case 'result-digitized':
      return withResult(documents, event.result, (files) => [...files, event.file]);
    case 'rejected':
      return event.part === 'component'
        ? withComponent(documents, event.code, () => ({ status: 'not-digitized' }))
        : withResult(documents, event.code, (files) => files.filter(({ fileId }) => !event.files.includes(fileId)));
  }
}

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
