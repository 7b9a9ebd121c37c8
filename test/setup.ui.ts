import '@testing-library/jest-dom'
import { configure } from '@testing-library/react'
import { TEXT_VERSION } from '@/services/privacy/kinds'
import { keepSaid } from '@/services/privacy/ledger'
import { openReports } from '@/services/reports/reportStore'
import { clearPhone } from './doubles/taro'

// A shared machine may be slow: what never comes is found all the same.
configure({ asyncUtilTimeout: 15_000 })

process.env.TARO_ENV = 'weapp'
Object.assign(globalThis, { CLOUD_ENV: 'test', defineAppConfig: <T>(config: T) => config, definePageConfig: <T>(config: T) => config })

// A person who has agreed to everything before; a test of the asking begins with `forgetSaid()`.
beforeEach(() => {
  clearPhone()
  openReports()
  for (const kind of ['photo', 'location', 'phone', 'clipboard', 'file'] as const) keepSaid(kind, { given: true, at: 0, version: TEXT_VERSION })
})
