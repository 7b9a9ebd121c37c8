import '@testing-library/jest-dom'
import { clearPhone } from './doubles/taro'

process.env.TARO_ENV = 'weapp'
Object.assign(globalThis, { CLOUD_ENV: 'test', defineAppConfig: <T>(config: T) => config, definePageConfig: <T>(config: T) => config })

beforeEach(clearPhone)
