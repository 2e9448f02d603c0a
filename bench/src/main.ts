import { reportDocuments } from './documents.ts'
import { reportEngine } from './engine.ts'
import { reportImport } from './import.ts'
import { reportScoringFlow } from './scoring-flow.ts'

/** Every bench in turn; each prints its figures and the ratio to its baseline of the same run. */
const BENCHES = {
  engine: reportEngine,
  'scoring-flow': reportScoringFlow,
  import: reportImport,
  documents: reportDocuments,
}

const wanted = process.argv.slice(2)
for (const [name, report] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  await report()
}
process.exit(0)
