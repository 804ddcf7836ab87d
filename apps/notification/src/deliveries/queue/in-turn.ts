/** SQL: whether one delivery goes behind another: to one recipient about one dossier, planned later, and by a channel that both may go by. */
export const isBehind = (later: string, earlier: string): string => `
${later}.dossier_id = ${earlier}.dossier_id AND ${later}.recipient = ${earlier}.recipient
AND ${later}.recipient_kind = ${earlier}.recipient_kind AND ${later}.position > ${earlier}.position
AND ${later}.channels && ${earlier}.channels`;

/**
 * SQL, of a delivery `d`: whether nothing stands before it. Before it stands what is being sent, or tried again, until it is over: taken,
 * given up, expired or overtaken. What waits for the unit's next opening holds nothing that may go at any hour. A subscriber of events
 * puts them in order by their dossierVersion, and is not held.
 */
export const isInTurn = `(d.dossier_id IS NULL OR d.recipient_kind = 'webhook' OR NOT EXISTS (
  SELECT FROM notification.delivery earlier
  WHERE earlier.state IN ('pending', 'sending') AND (earlier.state = 'sending' OR earlier.not_before <= notification.clock_now())
    AND ${isBehind('d', 'earlier')}))`;
