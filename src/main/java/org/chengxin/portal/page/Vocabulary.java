package org.chengxin.portal.page;

import org.chengxin.catalog.Catalog;
import org.chengxin.subject.Regions;

/** Hands out the labels of a language; also knows the formats, which are the same in both. */
final class Vocabulary {

    private final Catalog catalog;
    private final Regions regions;
    private final Formats formats;

    Vocabulary(Catalog catalog, Regions regions, Formats formats) {
        this.catalog = catalog;
        this.regions = regions;
        this.formats = formats;
    }

    Labels in(Words words) {
        return new Labels(words, catalog, regions, formats);
    }

    Formats formats() {
        return formats;
    }
}
