import { Command } from 'commander'
import { addAccount } from './account.ts'
import { addAudit } from './audit.ts'
import { addBackup } from './backup.ts'
import { addBrmImport } from './brm.ts'
import { addCalendar } from './calendar.ts'
import { addImport } from './import.ts'
import { addModel } from './model.ts'
import { addOperation } from './operate.ts'
import { releaseCommands } from './release.ts'
import { addReport } from './report.ts'
import { addScore } from './score.ts'
import { addTenant } from './tenant.ts'

const program = new Command('harmony')
  .description('하모니: an agency’s data from the command line')
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

addBrmImport(addImport(program))
addReport(program)
addCalendar(program)
addAudit(program)
addAccount(program)
releaseCommands(program)
addModel(program)
addScore(program)
addOperation(program)
addBackup(program, addTenant(program))

await program.parseAsync()
