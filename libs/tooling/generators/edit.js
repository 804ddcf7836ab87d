/**
 * Insertions into files that people write: each goes beside a text that must be there. Where it is not, the file has moved on and the generator
 * has not: it stops before anything is written.
 */
export function edit(tree, path, ...edits) {
  const before = tree.read(path, 'utf8');
  if (before === null) throw new Error(`${path} is not there: the generator must be brought up to date.`);
  tree.write(
    path,
    edits.reduce((text, change) => change(text, path), before),
  );
}

export const before = (anchor, text) => (file, path) => insert(file, find(file, anchor, path), text);

export const after = (anchor, text) => (file, path) => insert(file, find(file, anchor, path) + anchor.length, text);

/** Before the first `end` behind `start`: as the last of a list. */
export const atEndOf = (start, end, text) => (file, path) => {
  const from = find(file, start, path);
  return insert(file, from + find(file.slice(from), end, path), text);
};

/** Before the first `end` behind `start`, and behind a comma where the list's last entry has none. */
export const asLastOf = (start, end, text) => (file, path) => {
  const from = find(file, start, path) + start.length;
  const to = from + find(file.slice(from), end, path);
  const list = file.slice(0, to).trimEnd();
  const comma = list.length <= from || list.endsWith(',') ? '' : ', ';
  return list + comma + text + file.slice(to);
};

/** Behind the last of the imports at the top. */
export const importing = (line) => (file, path) => {
  const last = [...file.matchAll(/^(?:import .*|\} )from '.*';$|^import .* from '.*';$/gm)].at(-1);
  if (last === undefined) throw new Error(`${path} imports nothing: the generator must be brought up to date.`);
  return insert(file, last.index + last[0].length, `\n${line}`);
};

const insert = (file, at, text) => file.slice(0, at) + text + file.slice(at);

function find(file, anchor, path) {
  const at = file.indexOf(anchor);
  if (at < 0) throw new Error(`${path} does not say \`${anchor.trim()}\` any more: the generator must be brought up to date.`);
  return at;
}
