/** A dossier code as offices write it, of the old kind and the newer; the same pattern that intake is tolerant by. */
const CODE = /^(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{2,3}){0,3}-\d{6}-[A-Z0-9]{0,2}\d{4,}$/;

/**
 * The dossier code in what a scanner types or a camera sees: the link of a slip, or the code itself. The token of a link is left where it
 * is: whoever returns the result signed in.
 *
 * @returns null: there is no code in it. A number may be somebody's, and is looked up for nothing
 */
export function readScan(text: string): string | null {
  const inLink = /[?&]ma=([^&#\s]+)/.exec(text)?.[1];
  const code = (inLink === undefined ? text : decode(inLink)).trim().toUpperCase();
  return CODE.test(code) ? code : null;
}

/** Everything in a text, for lists that are pasted; a scan is a list of one. */
export const splitScans = (text: string): readonly string[] => text.split(/\s+/).filter((part) => part !== '');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
