/** The words of the error codes of tasks. */
export const taskMessages = {} as const
