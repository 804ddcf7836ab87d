/**
 * What stands between `<!-- <name>: written by … -->` and `<!-- /<name> -->`, written anew; all else stays.
 *
 * @throws where there is no such place
 */
export function replaceSection(whole: string, name: string, text: string): string {
  const [, before, begin, after] = new RegExp(`^(.*)(<!-- ${name}: [^>]*-->).*(?=<!-- /${name} -->)(.*)$`, 's').exec(whole) ?? [];
  if (before === undefined || begin === undefined || after === undefined) throw new Error(`There is no place for ${name}.`);
  return `${before}${begin}\n\n${text}\n\n${after}`;
}
