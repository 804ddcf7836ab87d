/** Lists that a command can change. */
export const changedLists = [['open-dossiers'], ['clocks'], ['proposals'], ['likely-completed-offline'], ['found-dossiers']];
