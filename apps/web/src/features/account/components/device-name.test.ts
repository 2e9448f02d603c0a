import { expect, test } from 'vitest'
import { deviceName } from './device-name.ts'

test('a device is named by browser and system', () => {
  expect(deviceName('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140.0 Safari/537 Edg/140.0')).toBe(
    'Edge · Windows',
  )
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604')).toBe(
    'Safari · iOS',
  )
  expect(deviceName('curl/8')).toBeNull()
  expect(deviceName(null)).toBeNull()
})
