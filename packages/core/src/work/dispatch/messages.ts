/** The words of the error codes of dispatchs. */
export const dispatchMessages = {} as const
