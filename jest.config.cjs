const transform = { '^.+\\.[jt]sx?$': ['babel-jest', { configFile: './test/babel.jest.cjs' }] }

/** What starts real processes: one file at a time, and with both cores to themselves. */
const PROCESSES = 'test/local-cloud/processes'

/** Three projects: `unit` runs in two time zones, `ui` in jsdom, `cloud` starts real processes. */
module.exports = {
  // A shared machine may be slow: a test that hangs is found all the same.
  testTimeout: 240_000,
  projects: [
    {
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/{domain,types,store,cloudfunctions,local-cloud,config,bench,play,reference}/**/*.test.ts', `!**/${PROCESSES}/**`],
      transform,
      transformIgnorePatterns: ['/node_modules/(?!(mingo|croner|lodash-es|saxen)/)'],
    },
    {
      displayName: 'ui',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/src/**/*.test.ts?(x)'],
      setupFilesAfterEnv: ['<rootDir>/test/setup.ui.ts'],
      transform,
      transformIgnorePatterns: ['/node_modules/(?!(@tarojs|lodash-es|saxen)/)'],
      moduleNameMapper: {
        '^@/(.*)$': '<rootDir>/src/$1',
        '^@tarojs/components$': '<rootDir>/test/doubles/components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/doubles/taro.ts',
        '\\.(css|scss)$': '<rootDir>/test/doubles/empty.cjs',
        '\\.(png|jpe?g|gif)$': '<rootDir>/test/doubles/empty.cjs',
      },
      clearMocks: true,
    },
    {
      displayName: 'cloud',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/{contract,journey,e2e}/**/*.test.ts', `<rootDir>/${PROCESSES}/*.test.ts`],
      transform,
      transformIgnorePatterns: ['/node_modules/(?!(mingo|croner|lodash-es|saxen)/)'],
    },
  ],
}
