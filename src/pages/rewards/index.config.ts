export default definePageConfig({ navigationBarTitleText: '以奖代补', enableShareAppMessage: true })
