export default definePageConfig({ navigationBarTitleText: '调查结果', enableShareAppMessage: true })
