/** A rule in one line: the problem, as a list of one, unless all is well. */
export const unless = (isWell: boolean, problem: string): string[] => (isWell ? [] : [problem]);
