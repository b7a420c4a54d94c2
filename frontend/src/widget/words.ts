/** Words of the look-up; those of the badge come with its answer. */
export const WORDS = {
  zh: {
    label: '查企业、网店、网站的信用',
    search: '查询',
    suggestions: '可能要查的主体',
    none: '没有查到',
    offered: (count: number): string => `${count} 个可能要查的主体，用上下箭头选择`,
    all: (count: number): string => `在信用门户查看全部结果（${count}）`,
    identity: '不按身份证件号码查询，也没有发送这个号码。',
    open: '查看信用档案',
    register: '国家企业信用信息公示系统',
    lists: {
      red: '红名单',
      'serious-default': '列入严重失信主体名单',
      abnormal: '列入经营异常名录',
    } as Record<string, string>,
  },
  en: {
    label: 'Look up the credit of a company, shop or site',
    search: 'Search',
    suggestions: 'Subjects you may mean',
    none: 'Nothing found',
    offered: (count: number): string => `${count} subjects you may mean, choose with the arrow keys`,
    all: (count: number): string => `All results at the credit portal (${count})`,
    identity: 'Identity numbers are not looked up; this one was not sent.',
    open: 'Open the credit archive',
    register: 'National enterprise register (GSXT)',
    lists: {
      red: 'Red list',
      'serious-default': 'On the serious default list',
      abnormal: 'On the abnormal operation list',
    } as Record<string, string>,
  },
};
