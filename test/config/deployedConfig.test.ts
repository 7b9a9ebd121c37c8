import { readFileSync } from 'node:fs'
import { deployedConfig } from '../../scripts/buildFunctions'

const api = readFileSync('cloudfunctions/api/config.json', 'utf8')

test('the key that everybody knows is not built for a real environment', () => {
  expect(JSON.stringify(deployedConfig(api, 'town-1234'))).not.toContain('HASH_KEY')
  expect(deployedConfig(api, 'town-1234')).toHaveProperty('permissions.openapi')
})

test('the local cloud is given it', () => {
  expect(JSON.stringify(deployedConfig(api, undefined))).toContain('HASH_KEY')
})
