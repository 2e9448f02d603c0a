/** What the reading process is asked: a file, its kind, and where drawn pages go as `<n>.svg.gz`. */
export interface ReadRequest {
  readonly id: number
  readonly path: string
  readonly mediaType: string
  readonly folder: string
}

/** What it answers; `reason` is the kind of error, never words of the file, and `sound` whether the process goes on. */
export type ReadAnswer =
  | {
      readonly id: number
      readonly read: true
      readonly text: string
      readonly cut: boolean
      readonly pages: number
      readonly drawn: number
    }
  | { readonly id: number; readonly read: false; readonly reason: string; readonly sound: boolean }
