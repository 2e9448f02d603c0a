/** The kinds of letters between two agencies about a dispatch. */
export const DISPATCH = 'dispatch'
export const DISPATCH_NEWS = 'dispatch-news'
export const DISPATCH_RECALL = 'dispatch-recall'
