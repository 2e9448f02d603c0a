import { type Synthesis, standard, synthesiseRelease } from '@harmony/core/contract'

/** The standard model's release and its canonical JSON: what the benches score under. */
export async function standardRelease(): Promise<{ release: NonNullable<Synthesis['release']>; canonical: string }> {
  const { release, canonical, problems } = await synthesiseRelease(standard)
  if (!release || !canonical) throw new Error(problems.map((problem) => `${problem.path}: ${problem.code}`).join('\n'))
  return { release, canonical }
}
