import { y2018, y2019, y2020, y2021, y2022, y2023, y2024, y2025, y2026, y2027 } from '@hyunbinseo/holidays-kr/all'
import type { HolidayYears } from './working-calendar.ts'

const GAZETTE: Readonly<Record<number, Readonly<Record<string, readonly string[]>>>> = {
  2018: y2018,
  2019: y2019,
  2020: y2020,
  2021: y2021,
  2022: y2022,
  2023: y2023,
  2024: y2024,
  2025: y2025,
  2026: y2026,
  2027: y2027,
}

/** The public holidays of 월력요항 (substitute, temporary and election days included), by year and date. */
export const OFFICIAL_HOLIDAYS: HolidayYears = new Map(
  Object.entries(GAZETTE).map(([year, days]) => [
    Number(year),
    new Map(Object.entries(days).map(([date, names]) => [date, names.join(' · ')])),
  ]),
)
