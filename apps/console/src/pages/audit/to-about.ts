const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** How entries name what somebody types: a dossier by its id, anything else by the code of a unit. */
export const toAbout = (typed: string): string => (uuid.test(typed) ? `id=${typed.toLowerCase()}` : `unit=${typed}`);
