import type { UnitTask } from '../api.ts'
import type { Entry } from '../components/entry-list.tsx'

/** A unit task's information as it is typed. */
export interface EditForm {
  readonly unitIds: readonly string[]
  readonly coreArea: string
  readonly purpose: string
  readonly description: string
  readonly serviceKeys: readonly string[]
  readonly laws: readonly Entry<'name' | 'article'>[]
  readonly regulations: readonly Entry<'name' | 'number'>[]
  readonly budgets: readonly Entry<'year' | 'amount' | 'program'>[]
  readonly organisations: readonly Entry<'name' | 'role'>[]
}

/** The form as the task stands. */
export function formOf(task: UnitTask): EditForm {
  const { unitIds, coreArea, purpose, description, serviceKeys, laws, regulations, organisations } = task
  const budgets = task.budgets.map(({ year, amount, program }) => ({ year: `${year}`, amount: `${amount}`, program }))
  return { unitIds, coreArea, purpose, description, serviceKeys, laws, regulations, budgets, organisations }
}

const digits = (text: string) => text.replace(/[,\s]/g, '')

/** True when year and amount of a budget read as whole numbers. */
export function isBudget(budget: EditForm['budgets'][number]): boolean {
  const year = Number(digits(budget.year))
  const amount = Number(digits(budget.amount))
  return (
    /^\d{4}$/.test(digits(budget.year)) &&
    year >= 1948 &&
    year <= 2200 &&
    /^\d{1,15}$/.test(digits(budget.amount)) &&
    amount >= 0
  )
}

/** Whether all that is typed can be sent. */
export function isComplete(form: EditForm): boolean {
  const named = [...form.laws, ...form.regulations, ...form.organisations]
  return form.unitIds.length > 0 && named.every(({ name }) => name.trim() !== '') && form.budgets.every(isBudget)
}

/** What differs from the task, as the api takes it. */
export function changesOf(task: UnitTask, form: EditForm) {
  const wanted = {
    unitIds: [...form.unitIds],
    coreArea: form.coreArea.trim(),
    purpose: form.purpose.trim(),
    description: form.description.trim(),
    serviceKeys: [...form.serviceKeys],
    laws: form.laws.map(({ name, article }) => ({ name: name.trim(), article: article.trim() })),
    regulations: form.regulations.map(({ name, number }) => ({ name: name.trim(), number: number.trim() })),
    budgets: form.budgets.map(({ year, amount, program }) => ({
      year: Number(digits(year)),
      amount: Number(digits(amount)),
      program: program.trim(),
    })),
    organisations: form.organisations.map(({ name, role }) => ({ name: name.trim(), role: role.trim() })),
  }
  type Wanted = typeof wanted
  const changed = (Object.keys(wanted) as (keyof Wanted)[]).filter(
    (key) => JSON.stringify(wanted[key]) !== JSON.stringify(task[key]),
  )
  return Object.fromEntries(changed.map((key) => [key, wanted[key]])) as Partial<Wanted>
}
