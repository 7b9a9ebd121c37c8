export default definePageConfig({ navigationBarTitleText: '邻净' })
