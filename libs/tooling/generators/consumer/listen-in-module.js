import { after, asLastOf, edit, importing } from '../edit.js';

/** The service's module reads the topic, has consumers if it had none, and lists the feature. */
export function listenInModule(tree, path, { pascal, name, topic, service }) {
  const feature = `On${pascal}Module`;
  const text = tree.read(path, 'utf8');
  const [topics = ''] = /topics: \[[^\]]*\]/.exec(text) ?? [];
  const features = text.includes('const features = [') ? 'const features = [' : 'imports: [';
  edit(
    tree,
    path,
    importing(`import { ${feature} } from './consumers/on-${name}/on-${name}.module.ts';`),
    asLastOf(features, ']', feature),
  );
  if (!topics.includes(`'${topic}'`)) edit(tree, path, asLastOf('topics: [', ']', `'${topic}'`));
  if (!text.includes('consumers: {'))
    edit(
      tree,
      path,
      after(/topics: \[[^\]]*\],/.exec(tree.read(path, 'utf8'))[0], `\nconsumers: { deadLetters: 'v1/${service}/dlq' },`),
    );
}
