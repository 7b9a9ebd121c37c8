/** The part of the SDK's openapi that is used. */
export type RiskApi = { readonly getUserRiskRank: (options: object) => Promise<{ riskRank?: number }> }

/** 营销作弊: votes and rewards. */
const SCENE = 1
const RANK_MAX = 4

/**
 * 用户风险等级 0–4, where WeChat tells one. It is a signal among others and stops nobody, so that its absence is no error: many accounts may not ask. The person
 * and the answer are never sent with it.
 */
export const riskBy =
  (api: RiskApi, context: () => { APPID?: unknown; CLIENTIP?: unknown }) =>
  async (openid: string): Promise<number | null> => {
    try {
      const { APPID, CLIENTIP } = context()
      const { riskRank } = await api.getUserRiskRank({ appid: APPID, openid, scene: SCENE, clientIp: CLIENTIP })
      return Number.isInteger(riskRank) && riskRank! >= 0 && riskRank! <= RANK_MAX ? riskRank! : null
    } catch {
      return null
    }
  }
