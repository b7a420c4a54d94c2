// The accessibility tree of the pages that matter most, in both languages: what assistive technology is told, in order.
import assert from 'node:assert/strict';
import { PHONE } from './walks.mjs';

const COMPANY = '黄石市港饼网络科技有限公司';
const LABEL_ZH = '输入名称、拼音、统一社会信用代码或网址';
const LABEL_EN = 'Name, pinyin, unified social credit code or web address';

const HOME = {
  'zh-CN': [
    'link "跳到正文"', 'banner', 'link "信用黄石·电商诚信"', 'navigation "主要栏目"', 'link "红名单"', 'link "报告核验"', 'link "English"',
    'main', 'heading "查企业、网店、网站、快递" [level=1]', 'search "查询信用主体"', `combobox "${LABEL_ZH}"`, 'button "查询"',
    'region "公示概况"', ' 红名单"', 'heading "最近公示" [level=2]', ' 以来新公示 ', 'list "新公示信息按种类"', 'link "行政许可"', 'contentinfo', 'link "异议申诉与信息纠错"',
  ],
  en: [
    'link "Skip to content"', 'banner', 'navigation "Main sections"', 'link "Red list"', 'link "Verify a report"', 'link "中文"',
    'main', '[level=1]', 'search "Look up credit subjects"', `combobox "${LABEL_EN}"`, 'button "Search"',
    'region "In publication"', ' Red list"', 'heading "Published recently" [level=2]', ' published since ', 'list "Newly published, by kind"', 'link "Administrative permit"', 'contentinfo',
  ],
};

const RESULTS = {
  'zh-CN': [
    'main', 'heading "“gangbing”的查询结果" [level=1]', `combobox "${LABEL_ZH}": gangbing`, 'button "查询"',
    'complementary "筛选"', 'link "跳过筛选，到结果"', 'link "名单 红名单 2"', 'link "主体类别 企业 3"', 'strong: 相关', 'link "名称"',
    `heading "${COMPANY}" [level=2]`, 'mark: 港饼', '红名单 未发现公示期内的失信信息',
  ],
  en: [
    'main', 'heading "Results for “gangbing”" [level=1]', `combobox "${LABEL_EN}": gangbing`, 'strong: relevance', 'link "name"',
    'button "Filters"', `heading "${COMPANY}" [level=2]`, 'Found because:',
  ],
};

const PROFILE = {
  'zh-CN': [
    `heading "${COMPANY}" [level=1]`, 'button "复制"', 'link "下载公共信用信息报告"', 'navigation "本页内容"', 'link "概况"',
    'heading "概况" [level=2]', 'heading "许可认证" [level=2]', 'heading "行政许可" [level=3]', '[level=4]', 'heading "时间线" [level=2]', 'img "',
  ],
  en: [
    `heading "${COMPANY}" [level=1]`, 'button "Copy"', 'link "Download the public credit report"', 'navigation "On this page"',
    'link "Overview"', 'heading "Overview" [level=2]', '[level=3]', '[level=4]', 'heading "Timeline" [level=2]', 'img "Records by year:',
  ],
};

const FORM = {
  'zh-CN': [
    'alert "请先改正下列内容"', 'link "请选择哪里不对"', 'heading "异议申诉与信息纠错" [level=1]', 'textbox "针对哪个主体或哪条信息" [invalid]',
    'radiogroup "哪里不对" [invalid]', 'radio "内容有误"', 'textbox "请说明情况" [invalid]', 'radiogroup "您是" [invalid]', 'checkbox', '[invalid]', 'button "提交"',
  ],
  en: [
    'alert "Please mend the following"', 'link "Choose what is wrong"', 'heading "Objections and error reports" [level=1]',
    'textbox "Which subject or information is it about" [invalid]', 'radiogroup "What is wrong" [invalid]', 'radio "The content"',
    'textbox "What happened" [invalid]', 'radiogroup "You are" [invalid]', 'checkbox', '[invalid]', 'button "Send"',
  ],
};

export async function names({ address, step }) {
  for (const [locale, options] of [['zh-CN', {}], ['en', { ...PHONE, locale: 'en' }]]) {
    const told = (name, lines, walk) =>
      step(`${name} tells its names and roles in order (${locale})`, options, async (page) => {
        await walk(page);
        inOrder(await page.locator('body').ariaSnapshot(), lines[locale]);
      });
    await told('home', HOME, (page) => page.goto(address));
    await told('results', RESULTS, (page) => page.goto(`${address}/search?q=gangbing`));
    await told('profile', PROFILE, (page) => page.goto(`${address}/s/91420202MA44G5GY9R`));
    await told('objection form with its failures', FORM, async (page) => {
      await page.goto(`${address}/objections/new`);
      await page.locator('#send').click();
      await page.waitForFunction(() => document.activeElement.matches('.error-summary'));
    });
  }

  await step('a failure leads to its input, which says what is wrong', {}, async (page) => {
    await page.goto(`${address}/follow?code=`);
    await page.waitForFunction(() => document.activeElement.matches('.error-summary'));
    assert.match(await page.title(), /^有误：/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const input = page.locator('#code');
    assert.ok(await input.evaluate((code) => code === document.activeElement));
    const described = (await input.getAttribute('aria-describedby')).split(' ');
    assert.match(await page.locator(`[id="${described[1]}"]`).innerText(), /请输入查询码/);
    await page.goto(`${address}/follow?code=0000+1111`);
    assert.equal(await input.inputValue(), '00001111', 'what was typed can be mended');
  });
}

/** Each text is found after the one before it. */
function inOrder(tree, texts) {
  let at = 0;
  for (const text of texts) {
    const found = tree.indexOf(text, at);
    assert.ok(found >= 0, `"${text}" is not told after position ${at} of\n${tree}`);
    at = found + text.length;
  }
}
