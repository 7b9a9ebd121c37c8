export default definePageConfig({ navigationBarTitleText: '考核录入' })
