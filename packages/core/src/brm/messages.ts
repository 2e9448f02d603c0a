/** The words of this module's error codes. */
export const brmMessages = {} as const
