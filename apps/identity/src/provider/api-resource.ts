/** RFC 8707 wants a URI where our tokens have a word. */
export const API_RESOURCE = 'urn:motcua:api';
