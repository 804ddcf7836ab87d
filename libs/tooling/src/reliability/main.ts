import { text } from 'node:stream/consumers';
import { writeSection } from './write-section.ts';

/** `node libs/tooling/src/reliability/main.ts <name>`: a part of docs/reliability.md, as it comes by standard input. */
const [name] = process.argv.slice(2);
if (name === undefined) throw new Error('Name the part, as its markers do.');
await writeSection(name, (await text(process.stdin)).trim());
