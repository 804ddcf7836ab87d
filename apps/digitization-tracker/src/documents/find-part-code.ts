import type { OpenDigitization } from '@motcua/digitization';
import { refused } from '../http/problems.ts';

/** The component that a path names, by its code or by its number on the receipt. @throws ProblemError 404 `component.unknown` */
export function findComponentCode({ components }: OpenDigitization, named: string): string {
  const byCode = components.find(({ code }) => code === named);
  const found = byCode ?? (/^[1-9]\d{0,2}$/.test(named) ? components[Number(named) - 1] : undefined);
  if (found === undefined) throw refused('component.unknown');
  return found.code;
}

/** The result that is meant: the one named, else the first that has no file yet, else the first. @throws ProblemError 404 `result.unknown` */
export function findResultCode({ results }: OpenDigitization, named: string | undefined): string {
  const found =
    named === undefined
      ? (results.find(({ files }) => files.length === 0) ?? results[0])
      : results.find(({ code }) => code === named);
  if (found === undefined) throw refused('result.unknown');
  return found.code;
}
