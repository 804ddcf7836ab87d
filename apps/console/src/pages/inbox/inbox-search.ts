/** What the address of the inbox says. */
export interface InboxSearch {
  /** Also what was read. */
  readonly all?: true;
}

export const readInboxSearch = ({ all }: Readonly<Record<string, unknown>>): InboxSearch => (all === true ? { all } : {});
