import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';

export interface WriteOptions<Output> {
  /** What was asked for and is another thing afterwards. */
  readonly changes: readonly QueryKey[];
  readonly onDone?: (output: Output) => void;
}

/** A change by the API: once done, what it changed is asked for again. */
export function useWrite<Input, Output>(write: (input: Input) => Promise<Output>, { changes, onDone }: WriteOptions<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: async (output) => {
      await Promise.all(changes.map((queryKey) => client.invalidateQueries({ queryKey })));
      onDone?.(output);
    },
  });
}
