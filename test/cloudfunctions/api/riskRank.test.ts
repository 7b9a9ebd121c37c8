import { riskBy } from '../../../cloudfunctions/api/riskRank'

describe("WeChat's risk rank", () => {
  const rankOf = (reply: unknown, asked: object[] = []) =>
    riskBy({ getUserRiskRank: async (options) => {
      asked.push(options)
      if (reply instanceof Error) throw reply
      return reply as object
    } }, () => ({ APPID: 'wx-town', CLIENTIP: '203.0.113.7' }))('oVoter')

  test.each([[0, 0], [4, 4], [5, null], [-1, null], [1.5, null], ['3', null], [undefined, null]])('%s is taken as %s', async (riskRank, expected) => expect(await rankOf({ riskRank })).toBe(expected))
  test('that is not to be had stops nobody', async () => expect(await rankOf(new Error('-604101 no permission'))).toBeNull())
  test('is asked for the person alone: nothing of the survey goes with it', async () => {
    const asked: object[] = []
    await rankOf({ riskRank: 0 }, asked)
    expect(asked).toEqual([{ appid: 'wx-town', openid: 'oVoter', scene: 1, clientIp: '203.0.113.7' }])
  })
})
