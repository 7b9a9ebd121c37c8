import { isOlder } from '@/services/launch/baseLibrary'
import { mishapId, plainFault } from '@/services/launch/mishap'

it.each([['2.9.0', true], ['2.32.2', true], ['2.32', true], ['1.99.99', true], ['2.32.3', false], ['2.32.10', false], ['2.100.0', false], ['3.0.0', false]])('base library %s is older than 2.32.3: %s', (version, older) => expect(isOlder(version, '2.32.3')).toBe(older))

it('a fault keeps what it says of the program, and loses what it may say of a person', () => {
  expect(plainFault('TypeError: undefined is not an object (evaluating "person.name")\ndraw@https://usr/app-service.js:12:3456')).toBe('TypeError: undefined is not an object (evaluating "…")\ndraw@https://usr/app-service.js:12:3456')
  expect(plainFault('Refusal: 王五 18600000000 room 12-3-501 oabcdefghijklmnopqrstuv')).toBe('Refusal: … # room #-#-# #')
})

it('an id can be read out: no letter looks like another', () => expect(mishapId()).toMatch(/^[2-9A-HJKMNP-Z]{6}$/))
