export { EventLanes } from './event-lanes.ts';
export { getEventPosition } from './event-position.ts';
export { inImportSession } from './import-session.ts';
export { postEvents } from './post-events.ts';
