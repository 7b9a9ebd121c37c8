import '@testing-library/jest-dom'
import { TEXT_VERSION } from '@/services/privacy/kinds'
import { keepSaid } from '@/services/privacy/ledger'
import { openReports } from '@/services/reports/reportStore'
import { clearPhone } from './doubles/taro'

process.env.TARO_ENV = 'weapp'
Object.assign(globalThis, { CLOUD_ENV: 'test', defineAppConfig: <T>(config: T) => config, definePageConfig: <T>(config: T) => config })

// A person who has agreed to everything before; a test of the asking begins with `forgetSaid()`.
beforeEach(() => {
  clearPhone()
  openReports()
  for (const kind of ['photo', 'location', 'phone', 'clipboard', 'file'] as const) keepSaid(kind, { given: true, at: 0, version: TEXT_VERSION })
})
