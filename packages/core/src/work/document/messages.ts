/** The words of the error codes of documents. */
export const documentMessages = {} as const
