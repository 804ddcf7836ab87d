const PLAIN = /^[\p{L}\p{M}\p{N}_.@:/+-]{0,64}$/u;
/** So many digits in a row, dots and hyphens apart, are an ID or a telephone number. */
const LONG_NUMBER = /\d(?:[.-]?\d){8,}/;

/** Whether a text is an id as systems give them, and neither a name nor a number of a person. */
export const isPlainId = (text: string): boolean => PLAIN.test(text) && !LONG_NUMBER.test(text);
