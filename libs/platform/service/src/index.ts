export { BackgroundLoop, reportLoops } from './background-loop.ts';
export { createOperatorsDeadLetters } from './dead-letters.controller.ts';
export { observeProjections } from './observe-projections.ts';
export { applyReferenceRecord, type ReferenceBook, type ReferenceVersions } from './reference/reference-book.ts';
export { ReferenceFollower } from './reference/reference-follower.ts';
export { NeedsNoReference, REFERENCE, ReferenceGuard, referenceGuard } from './reference/reference.guard.ts';
export { reportProjections } from './report-projections.ts';
export { untilKafkaAnswers } from './until-kafka-answers.ts';
