import { defineTenant } from '@harmony/core/contract'
import { mogaha as plugin } from '@harmony/plugin-mogaha'
import { organisation } from './organisation.ts'

/** 행정자치부 runs its own plugin as it is, without settings of its own above. */
export const mogaha = defineTenant({
  slug: 'mogaha',
  name: { ko: '행정자치부', en: 'Ministry of Government Administration and Home Affairs' },
  kind: 'ministry',
  code: '1310000',
  model: plugin,
  organisation,
  // Duties as the law gives them; the budgets are invented, like the people.
  functions: new URL('./functions.csv', import.meta.url),
})
