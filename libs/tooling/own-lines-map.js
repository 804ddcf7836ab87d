/**
 * A bundle's source map, kept to our own lines. Node parses the whole map of what it runs and holds it (`--enable-source-maps`): with every
 * column of every package that was 140 MB of a service. A trace names files and lines, and of packages the place in the bundle will do.
 */
import { decode, encode } from '@jridgewell/sourcemap-codec';

/** Takes and gives the text of a source map, version 3. */
export function toOwnLinesMap(text) {
  const { mappings, sources, ...map } = JSON.parse(text);
  const own = sources.map((source) => !source.includes('node_modules/'));
  let last;
  const changes = ([, source, line]) => {
    const place = own[source] ? `${source}:${line}` : undefined;
    const changed = place !== last;
    last = place;
    return changed;
  };
  // A place that belongs to nobody ends the one before it, which otherwise reached to the next.
  const toSegment = ([column, source, line, originalColumn]) => (own[source] ? [column, source, line, originalColumn] : [column]);
  const lines = decode(mappings).map((segments) => segments.filter(changes).map(toSegment));
  return JSON.stringify({
    ...map,
    sources: sources.map((source, i) => (own[i] ? source : null)),
    names: [],
    mappings: encode(lines),
  });
}
