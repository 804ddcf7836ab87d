/** The moment, as clocks show it, up to which everything recorded has been read on the partition of a row of `sla.reading`; never beyond the present. */
export const readUpTo = 'least(sla.clock_at(reading.current_at), sla.clock_now())';

/** `partition, up_to` of each partition whose log says in time how far it goes. */
export const readPartitions = `
SELECT partition, ${readUpTo} AS up_to FROM sla.reading WHERE current_at + 3 * next_within > clock_timestamp()`;
