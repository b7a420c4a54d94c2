// Every page of the portal in every state that looks or reads differently. A new page is a new line here: the walk over
// them all fails when a page door of the portal has none.

const CLEAR = '黄石市港饼网络科技有限公司';
const WITH_PENALTIES = '阳新县仙岛湖农产品有限责任公司';
const SERIOUS = '黄石百臻生物科技有限公司';
// the sample number of the national standard for identity numbers
const IDENTITY_NUMBER = '11010519491231002X';

/**
 * name; door: the path pattern it is a state of; path: its address; status: of the answer when it is not 200;
 * prepare: what is done on the page before it is looked at; shifts: false where the state comes after a reader's own
 * action, which moves things.
 */
export function pages(world) {
  const embed = (form) => `/developers/embed?form=${form}&subject=${world.profile(CLEAR).split('/').pop()}`;
  return [
    { name: 'home', door: '/', path: '/' },
    { name: 'home, suggestions open', door: '/', path: '/', prepare: suggestionsOpen },
    { name: 'results, all', door: '/search', path: '/search' },
    { name: 'results of a name', door: '/search', path: '/search?q=gangbing' },
    { name: 'results, filtered', door: '/search', path: '/search?kind=enterprise&list=red&sort=name' },
    { name: 'results, filters open', door: '/search', path: '/search', prepare: filtersOpen },
    { name: 'results of a document number', door: '/search', path: `/search?q=${encodeURIComponent('黄市监列严〔2025〕7号')}` },
    { name: 'results, names alike', door: '/search', path: `/search?q=${encodeURIComponent('张记小吃店')}` },
    { name: 'results, none but near', door: '/search', path: `/search?q=${encodeURIComponent('楚东万达国际影城')}` },
    { name: 'results, another number', door: '/search', path: `/search?q=${encodeURIComponent('黄市监列严〔2025〕999号')}` },
    { name: 'results, none', door: '/search', path: '/search?q=zzzzqqq&kind=courier' },
    { name: 'results, identity number', door: '/search', path: `/search?q=${IDENTITY_NUMBER}` },
    { name: 'results of a site', door: '/search', path: '/search?q=gangbing.example.cn' },
    { name: 'results of a look-alike', door: '/search', path: '/search?q=gangbing-shop.example.net' },
    { name: 'results, nothing meant', door: '/search', path: '/search?q=%3F%3F' },
    { name: 'records, all', door: '/search/records', path: '/search/records' },
    { name: 'records of words', door: '/search/records', path: `/search/records?q=${encodeURIComponent('罚款 “虚假” -食品')}` },
    { name: 'records of an authority', door: '/search/records', path: `/search/records?q=${encodeURIComponent('工商局')}&sort=newest` },
    { name: 'records, narrowed', door: '/search/records', path: '/search/records?type=penalty&from=2020-01-01&publishedFrom=2020-01-01&minAmount=1000&state=in-force&sort=published' },
    { name: 'records, filters open', door: '/search/records', path: '/search/records', prepare: filtersOpen },
    { name: 'records, none', door: '/search/records', path: '/search/records?q=zzzzqqq&polarity=positive' },
    { name: 'records, identity number', door: '/search/records', path: `/search/records?q=${IDENTITY_NUMBER}` },
    { name: 'records, elder', door: '/search/records', path: '/search/records?q=%E7%BD%9A%E6%AC%BE&view=elder', prepare: filtersOpen },
    { name: 'profile, clear', door: '/s/{x}', path: world.profile(CLEAR), prepare: foldedOpen },
    { name: 'profile with penalties', door: '/s/{x}', path: world.profile(WITH_PENALTIES), prepare: foldedOpen },
    { name: 'profile, serious', door: '/s/{x}', path: world.profile(SERIOUS), prepare: foldedOpen },
    { name: 'record, honour', door: '/s/{x}/records/{recordId}', path: world.record(CLEAR, 'red-list') },
    { name: 'record, penalty', door: '/s/{x}/records/{recordId}', path: world.record(WITH_PENALTIES, 'penalty') },
    { name: 'red list', door: '/lists/red', path: '/lists/red' },
    { name: 'red list, filtered', door: '/lists/red', path: '/lists/red?year=2025&q=%E6%B8%AF' },
    { name: 'red list, none', door: '/lists/red', path: '/lists/red?q=zzzzqqq' },
    { name: 'serious default list', door: '/lists/serious-default', path: '/lists/serious-default' },
    { name: 'commitments', door: '/commitments', path: '/commitments' },
    { name: 'about the data', door: '/about/data', path: '/about/data', prepare: foldedOpen },
    { name: 'statistics', door: '/statistics', path: '/statistics', prepare: foldedOpen },
    { name: 'developers', door: '/developers', path: '/developers' },
    { name: 'embed, the look-up', door: '/developers/embed', path: '/developers/embed' },
    { name: 'embed, a mark', door: '/developers/embed', path: embed('badge') },
    { name: 'embed, a frame', door: '/developers/embed', path: embed('frame') },
    { name: 'embed, a picture', door: '/developers/embed', path: `${embed('image')}&view=elder` },
    { name: 'embed, no such subject', door: '/developers/embed', path: '/developers/embed?form=link&subject=none', status: 404 },
    { name: 'a problem', door: '/developers/problems/{code}', path: '/developers/problems/not-found' },
    { name: 'verify', door: '/verify', path: '/verify' },
    { name: 'verify, the log checked', door: '/verify', path: '/verify', prepare: logChecked },
    { name: 'verify, nothing typed', door: '/verify', path: '/verify?number=', status: 400 },
    { name: 'verify, never issued', door: '/verify/{number}', path: '/verify/CX1' },
    { name: 'verify, genuine', door: '/verify/{number}', path: world.issued },
    { name: 'objection, of nothing yet', door: '/objections/new', path: '/objections/new' },
    { name: 'objection to a subject', door: '/objections/new', path: `/objections/new?subject=${world.profile(WITH_PENALTIES).split('/').pop()}` },
    { name: 'objection, sent empty', door: '/objections/new', path: '/objections/new', prepare: sentEmpty },
    { name: 'follow', door: '/follow', path: '/follow' },
    { name: 'follow, nothing typed', door: '/follow', path: '/follow?code=', status: 400 },
    { name: 'follow, never filed', door: '/follow/{code}', path: '/follow/0000-0000-0000', status: 404 },
    { name: 'home, elder', door: '/', path: '/?view=elder' },
    { name: 'home, elder, suggestions open', door: '/', path: '/?view=elder', prepare: suggestionsOpen },
    { name: 'results, elder', door: '/search', path: '/search?q=gangbing&view=elder', prepare: filtersOpen },
    { name: 'profile, elder', door: '/s/{x}', path: `${world.profile(WITH_PENALTIES)}?view=elder`, prepare: foldedOpen },
    { name: 'statistics, elder', door: '/statistics', path: '/statistics?view=elder' },
    { name: 'developers, elder', door: '/developers', path: '/developers?view=elder' },
    { name: 'objection, elder', door: '/objections/new', path: '/objections/new?view=elder' },
    { name: 'no such page, elder', path: '/no/such?view=elder', status: 404 },
    { name: 'over the quota', path: '/made-up-failure/too-many-requests', status: 429 },
    { name: 'store out of reach', path: '/made-up-failure/store-unavailable', status: 503 },
    { name: 'no such page', path: '/no/such', status: 404 },
    { name: 'no such condition', path: '/lists/red?year=abc', status: 400 },
    { name: 'no such position', path: '/search?cursor=abc', status: 400 },
  ];
}

/** What the pages need to know of the seed as it was taken in. */
export async function world(context, address) {
  const json = async (path) => (await context.request.get(address + path)).json();
  const subjects = new Map();
  const records = new Map();
  for (const name of [CLEAR, WITH_PENALTIES, SERIOUS]) {
    const found = await json(`/api/v1/subjects?size=1&q=${encodeURIComponent(name)}`);
    const id = found.items[0].id;
    subjects.set(name, id);
    records.set(name, (await json(`/api/v1/subjects/${id}/records`)).items);
  }
  const report = await context.request.get(`${address}/api/v1/subjects/${subjects.get(CLEAR)}/report.pdf`);
  const number = /CX[0-9A-Z]+(?=\.pdf)/.exec(report.headers()['content-disposition'])[0];
  return {
    profile: (name) => `/s/${subjects.get(name)}`,
    record: (name, type) =>
      `/s/${subjects.get(name)}/records/${records.get(name).find((record) => record.type === type).id}`,
    issued: `/verify/${number}`,
  };
}

async function suggestionsOpen(page) {
  await page.getByRole('combobox').pressSequentially('港饼');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
}

/** On a phone as a sheet; at a desk they always are. */
async function filtersOpen(page) {
  const button = page.locator('button.to-facets');
  if (await button.isVisible()) {
    await button.click();
    await page.getByRole('dialog').waitFor();
  }
}

async function sentEmpty(page) {
  await page.locator('#send').click();
  await page.locator('.error-summary').waitFor();
}

async function logChecked(page) {
  await page.locator('#log summary').click();
  await page.locator('#log button').click();
  await page.locator('#log [role=status] h2').waitFor();
}

async function foldedOpen(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
}
