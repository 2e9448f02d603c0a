/** What somebody asks and what the agency answers. */
export interface Matter {
  readonly title: string
  readonly body: string
  readonly answer: string
}
