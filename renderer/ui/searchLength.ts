/** The longest text, in characters, that a list can be searched for. */
export const SEARCH_LENGTH = 200
