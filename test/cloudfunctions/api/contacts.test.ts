import { FAR_TOWN, twoTowns } from '../../support/secondTown'
import { RESIDENT } from '../../support/stories'
import { openTown } from '../../support/town'

const seed = twoTowns()
const silent = { ...seed, towns: seed.towns.map(({ contact, ...town }) => (town._id === FAR_TOWN ? town : { ...town, contact })) }

test.each([
  ['every town has written it down', seed, ['演示镇'], ['远方镇'], ['演示镇', '远方镇']],
  ['one has not', silent, ['演示镇'], [], ['演示镇']],
])('how to reach who runs this is told of one’s own town, and of all to a newcomer, where %s', async (_, given, mine, theirs, all) => {
  const town = openTown({ seed: given })
  const namesFor = async (openid: string) => (await town.ok(openid, 'whoAmI', {})).contacts.map(({ townName }) => townName).sort()
  expect([await namesFor(RESIDENT), await namesFor('far-resident'), await namesFor('newcomer-1')]).toEqual([mine, theirs, all.sort()])
  town.close()
})
