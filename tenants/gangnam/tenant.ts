import { defineSettings, defineTenant } from '@harmony/core/contract'
import { localGovernment } from '@harmony/plugin-local-government'
import { organisation } from './organisation.ts'

/** 서울특별시 강남구 on the local governments' plugin, with its own words and sharper targets. */
export const gangnam = defineTenant({
  slug: 'gangnam',
  name: { ko: '서울특별시 강남구', en: 'Gangnam-gu, Seoul' },
  kind: 'local-government',
  code: '1168000000',
  model: defineSettings({
    key: 'gangnam',
    version: '2026.11.2',
    name: { ko: '강남구 모델', en: 'Model of Gangnam-gu' },
    extends: localGovernment,
    model: {
      strategy: { vision: { ko: '주민이 먼저인 강남', en: 'Gangnam where residents come first' } },
      terms: { agency: { ko: '구청', en: 'District office' } },
      performance: { indicators: { satisfaction: { target: 82 }, 'processing-days': { target: 1.5 } } },
    },
  }),
  organisation,
  // Duties as the law gives them; the budgets are invented, like the people.
  functions: new URL('./functions.csv', import.meta.url),
})
