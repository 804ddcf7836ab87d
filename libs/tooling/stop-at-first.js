/** Whether a bug is seen is all that is asked of a property then: the smallest example that shows it would take minutes to find. */
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true });
