import Taro from '@tarojs/taro'

const go = (page: string, parameters = '') => void Taro.navigateTo({ url: `/survey/pages/${page}/index${parameters}` })

/** 满意率调查: all of the town, answering one, and what came of one. */
export const openSurveys = (): void => go('list')
export const openBallot = (surveyId: string): void => go('answer', `?surveyId=${encodeURIComponent(surveyId)}`)
export const openSurveyResult = (surveyId: string): void => go('result', `?surveyId=${encodeURIComponent(surveyId)}`)
