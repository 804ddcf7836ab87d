export { createRetryDeadline } from './retry-deadline.ts';
export { waitUntilFollowed } from './wait-until-followed.ts';
export { waitUntilProjected } from './wait-until-projected.ts';
export { waitUntilPublished } from './wait-until-published.ts';
export { waitUntilSettled } from './wait-until-settled.ts';
