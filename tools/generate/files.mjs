import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A wish that cannot be fulfilled; the message says what to do instead. */
export class GenerateError extends Error {}

/** @throws GenerateError when the name is not of small letters, digits and single hyphens */
export function checkName(name, what) {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name ?? '')) return
  throw new GenerateError(`${what} must be small letters, digits and hyphens, not "${name ?? ''}".`)
}

/** Writes new files, all or none. @throws GenerateError when one exists already */
export function writeNew(root, files) {
  const existing = Object.keys(files).filter((file) => existsSync(join(root, file)))
  if (existing.length > 0) throw new GenerateError(`Already there: ${existing.join(', ')}`)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
}

/** Adds text at the end of a file, making the file with `head` first when there is none. */
export function append(root, file, text, head = '') {
  const path = join(root, file)
  const before = existsSync(path) ? readFileSync(path, 'utf8') : head
  writeFileSync(path, `${before.trimEnd()}\n${text}`)
}

/** @returns the text of all files of a folder that end so */
export function readAll(root, folder, ending) {
  const path = join(root, folder)
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(path, name), 'utf8'))
    .join('\n')
}

/** `escalate-petition` → `escalatePetition`. */
export function camel(name) {
  return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())
}

/** `escalate-petition` → `EscalatePetition`. */
export function pascal(name) {
  return camel(`-${name}`)
}
