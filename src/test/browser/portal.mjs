// node portal.mjs ADDRESS FONTS DOORS BATCH: walks through the running portal with its seed, as readers do; DOORS are the path
// patterns of all its pages with commas between them, BATCH a ZIP of reports. Ends with 1 and a picture of the page when something is not as it
// should be.
import { accessibility } from './accessibility.mjs';
import { launch } from './browser.mjs';
import { conditions } from './conditions.mjs';
import { documents } from './documents.mjs';
import { journeys } from './journeys.mjs';
import { keyboard } from './keyboard.mjs';
import { log, receipts } from './log.mjs';
import { names } from './names.mjs';
import { Walks } from './walks.mjs';

const [address, fonts, doors, batch] = process.argv.slice(2);
const browser = await launch(fonts);
const walks = new Walks(browser, address);
await journeys(walks);
await documents(walks, batch);
await log(walks);
await receipts(walks);
await keyboard(walks);
await names(walks);
await conditions(walks);
await accessibility(walks, doors.split(','));
await browser.close();
process.exit(walks.failed === 0 ? 0 : 1);
