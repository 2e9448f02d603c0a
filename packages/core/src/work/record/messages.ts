/** The words of the error codes of records. */
export const recordMessages = {} as const
