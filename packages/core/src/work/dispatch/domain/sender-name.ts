import type { LocalizedText } from '../../../kernel/index.ts'

/**
 * 발신명의: an office by its title, as a paper goes out under it (행정업무의 운영 및 혁신에 관한 규정 제13조): 행정자치부 + 장관 =
 * 행정자치부장관, 강남구 + 구청장 = 강남구청장, 총무과 + 과장 = 총무과장. A 감사담당관 is office and title in one.
 * @param title of the office's head; null when it never had one: then the bare name
 */
export function officeTitle(name: LocalizedText, title: LocalizedText | null): LocalizedText {
  if (title === null) return name
  return { ko: joined(name.ko, title.ko), en: `${title.en}, ${name.en}` }
}

/** The title after the name; what both have in common (강남**구**, **구**청장) is written once. */
function joined(name: string, title: string): string {
  for (let common = Math.min(name.length, title.length); common > 0; common -= 1) {
    if (name.endsWith(title.slice(0, common))) return name + title.slice(common)
  }
  return name.endsWith('관') ? name : name + title
}
