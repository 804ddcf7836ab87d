/** Bytes of a JSON body: five thousand documents of an import, some hundred bytes each. Files come as streams and have their own limit. */
export const bodyLimit = 8 * 1_048_576;
