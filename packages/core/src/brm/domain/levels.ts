/** The six levels of the 정부기능분류체계 (R2), highest first. */
export const FUNCTION_LEVELS = [
  'policy-field',
  'policy-area',
  'major-function',
  'middle-function',
  'minor-function',
  'unit-task',
] as const

export type FunctionLevel = (typeof FUNCTION_LEVELS)[number]
